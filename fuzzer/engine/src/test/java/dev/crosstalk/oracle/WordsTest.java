package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.items;
import static dev.crosstalk.oracle.Said.members;
import static dev.crosstalk.oracle.Said.number;
import static dev.crosstalk.oracle.Said.pairs;
import static dev.crosstalk.oracle.Said.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void writesValuesOfEveryType() {
    assertThat(Words.of(Said.NIL)).isEqualTo("nil");
    assertThat(Words.of(text("v"))).isEqualTo("\"v\"");
    assertThat(Words.of(number(-7))).isEqualTo("-7");
    assertThat(Words.of(new Value.Flag(true))).isEqualTo("true");
    assertThat(Words.of(new Value.Real(1.5))).isEqualTo("1.5");
    assertThat(Words.of(items(text("a"), number(1)))).isEqualTo("[\"a\", 1]");
    assertThat(Words.of(members(text("a"), text("b")))).isEqualTo("{\"a\", \"b\"}");
    assertThat(Words.of(pairs("f1=a", "f2=b"))).isEqualTo("{\"f1\": \"a\", \"f2\": \"b\"}");
    assertThat(Words.of(new Value.Foreign("java.util.BitSet", "{1}")))
        .isEqualTo("java.util.BitSet \"{1}\"");
  }

  @Test
  void writesOutcomesOfEveryKind() {
    assertThat(Words.of(Said.ok("v"))).isEqualTo("\"v\"");
    assertThat(Words.of(Said.error("ERR no"))).isEqualTo("error \"ERR no\"");
    assertThat(Said.UNKNOWN)
        .extracting(Words::of)
        .containsExactly(
            "timed out: late",
            "cancelled: by its caller",
            "connection lost: reset",
            "refused: pool exhausted");
    assertThat(Words.of(new Outcome.UserCodeFailed("in the codec")))
        .isEqualTo("user code failed: in the codec");
    assertThat(Words.of(new Outcome.Queued())).isEqualTo("queued");
    assertThat(Words.of(Said.GARBLED)).isEqualTo("garbled: ClassCastException: no List");
  }

  @Test
  void writesRepliesLikeOutcomes() {
    assertThat(Words.of(Said.answer("v"))).isEqualTo("\"v\"");
    assertThat(Words.of(Said.failure("ERR no"))).isEqualTo("error \"ERR no\"");
  }

  @Test
  void takesADriversMissingDetailForAnEmptyOne() {
    assertThat(Words.of(new Outcome.TimedOut(null))).isEqualTo("timed out: ");
    assertThat(Words.of(Said.error(null))).isEqualTo("error \"\"");
  }

  @Test
  void escapesControlCharacters() {
    assertThat(Words.of(text("a\r\nb\0c\u001f\u007f\u0020~\u00e4")))
        .isEqualTo("\"a\\r\\nb\\x00c\\x1f\\x7f ~\u00e4\"");
  }

  @Test
  void writesOutTextOfUpTo120Characters() {
    assertThat(Words.of(text("x".repeat(120)))).isEqualTo('"' + "x".repeat(120) + '"');
  }

  @Test
  void shortensLongerTextInTheMiddle() {
    String written = Words.of(text("<".repeat(60) + ">".repeat(61)));

    assertThat(written).isEqualTo('"' + "<".repeat(58) + "..." + ">".repeat(58) + '"');
  }

  @Test
  void writesACommandOnOneLine() {
    var call =
        new CallHistory(
            "A1",
            "A",
            Command.of("SET", "kA1\r\n", "v"),
            false,
            0,
            Optional.empty(),
            0,
            -1,
            List.of());

    assertThat(Words.of(call)).isEqualTo("A1 SET kA1\\r\\n v");
  }
}
