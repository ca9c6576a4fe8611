package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.server.ReplyShape;
import dev.crosstalk.spi.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller sees the same, whichever RESP version carried it. */
class ReplyValuesTest {
  private static final RespValue MEMBER = RespValue.Bulk.ofUtf8("m");
  private static final RespValue TEXT = RespValue.Bulk.ofUtf8("1.5");
  private static final RespValue REAL = new RespValue.DoubleValue(1.5);

  @Test
  void aScoreIsARealNumber() {
    assertThat(ReplyValues.of(REAL, ReplyShape.REAL)).isEqualTo(answer(new Value.Real(1.5)));
    assertThat(ReplyValues.of(TEXT, ReplyShape.REAL)).isEqualTo(answer(new Value.Real(1.5)));
    assertThat(ReplyValues.of(new RespValue.NullBulk(), ReplyShape.REAL))
        .isEqualTo(answer(new Value.Nil()));
    assertThat(ReplyValues.of(TEXT, ReplyShape.PLAIN)).isEqualTo(answer(new Value.Text("1.5")));
  }

  @Test
  void membersComeWithTheirScores() {
    Reply pairs =
        answer(
            new Value.Items(
                List.of(new Value.Items(List.of(new Value.Text("m"), new Value.Real(1.5))))));
    assertThat(ReplyValues.of(RespValue.Array.of(MEMBER, TEXT), ReplyShape.SCORED))
        .isEqualTo(pairs);
    assertThat(
            ReplyValues.of(RespValue.Array.of(RespValue.Array.of(MEMBER, REAL)), ReplyShape.SCORED))
        .isEqualTo(pairs);
  }

  @Test
  void membersComeAsASet() {
    Reply set = answer(new Value.Members(List.of(new Value.Text("m"))));
    assertThat(ReplyValues.of(RespValue.Array.of(MEMBER), ReplyShape.SET)).isEqualTo(set);
    assertThat(ReplyValues.of(new RespValue.SetValue(List.of(MEMBER)), ReplyShape.SET))
        .isEqualTo(set);
    assertThat(ReplyValues.of(RespValue.Array.of(), ReplyShape.SET))
        .isEqualTo(answer(new Value.Members(List.of())));
  }

  @Test
  void anErrorIsAFailureWhateverTheShape() {
    assertThat(ReplyValues.of(new RespValue.SimpleError("ERR no"), ReplyShape.SCORED))
        .isEqualTo(new Reply.Failure("ERR no"));
  }

  private static Reply answer(Value value) {
    return new Reply.Answer(value);
  }
}
