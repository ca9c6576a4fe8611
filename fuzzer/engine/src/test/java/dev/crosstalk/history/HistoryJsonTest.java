package dev.crosstalk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryJsonTest {
  private static final List<Outcome> EVERY_OUTCOME =
      List.of(
          new Outcome.Ok(new Value.Text("v")),
          new Outcome.Queued(),
          new Outcome.ServerError(null),
          new Outcome.TimedOut("after 100 ms"),
          new Outcome.Cancelled("c"),
          new Outcome.ConnectionLost("l"),
          new Outcome.Refused("r"),
          new Outcome.UserCodeFailed("u"),
          new Outcome.Garbled("g"));

  private static final Value EVERY_VALUE =
      new Value.Items(
          List.of(
              new Value.Nil(),
              new Value.Text("k1@0:default#7"),
              new Value.Number(Long.MIN_VALUE),
              new Value.Flag(true),
              new Value.Real(Double.NaN),
              new Value.Real(-0.0),
              new Value.Foreign("java.util.BitSet", "{1}"),
              new Value.Members(List.of(new Value.Text("m"))),
              new Value.Pairs(
                  List.of(new Value.Pair(new Value.Text("f1"), new Value.Items(List.of()))))));

  private static final History SAMPLE =
      Samples.history(EVERY_OUTCOME, EVERY_VALUE, "$3\r\n\u0000\u007f\u00ff\r\n");

  private static final String SAMPLE_TEXT = HistoryJson.write(SAMPLE);

  @Test
  void readsBackEveryKindOfOutcomeValueReplyAndEvent() {
    assertThat(HistoryJson.read(SAMPLE_TEXT)).isEqualTo(SAMPLE);
  }

  @Test
  void readsBackWhatHangsAndWhere() {
    assertThat(HistoryJson.read(SAMPLE_TEXT).hangs())
        .containsExactly(
            new Hang("A1", List.of("java.base/java.lang.Object.wait(Native)", "x.Y.z(Y.java:1)")),
            new Hang("A:probe-1", List.of()));
  }

  @Test
  void readsWhatWasWrittenBeforeThreadsWereCounted() {
    String older = SAMPLE_TEXT.replaceFirst("(?s)  \"threadsLeft\": \\{.*?\\},\n", "");
    assertThat(older).doesNotContain("threadsLeft");

    assertThat(HistoryJson.read(older))
        .isEqualTo(SAMPLE.leaving(SAMPLE.leftOpen(), ThreadsLeft.UNKNOWN));
  }

  @Test
  void writesEqualTextForEqualHistories() {
    assertThat(HistoryJson.write(HistoryJson.read(SAMPLE_TEXT))).isEqualTo(SAMPLE_TEXT);
  }

  @Test
  void leavesOutANameThatIsNone() {
    assertThat(SAMPLE_TEXT).contains("\"clientName\"").doesNotContain("\"clientName\":null");
  }

  @Test
  void readsWhatIsOlderThanNames() {
    History old = HistoryJson.read(SAMPLE_TEXT.replaceAll(",\\s*\"clientName\": ?\"sampler\"", ""));

    assertThat(old.terms().clientName()).isEmpty();
    assertThat(old.executions()).allSatisfy(each -> assertThat(each.clientName()).isEmpty());
  }

  @Test
  void startsWithItsFormat() {
    assertThat(SAMPLE_TEXT).startsWith("{\n  \"crosstalk-history\": 1,\n  \"world\": \"real\",\n");
  }

  @Test
  void writesASimpleEventOnALineOfItsOwn() {
    assertThat(SAMPLE_TEXT.lines())
        .contains("        {\"type\":\"received\", \"step\":0, \"atNanos\":1100, \"serial\":1},");
  }

  @Test
  void escapesWhatIsNotPrintableAscii() {
    assertThat(SAMPLE_TEXT).contains("\"$3\\r\\n\\u0000\\u007f\\u00ff\\r\\n\"");
    assertThat(SAMPLE_TEXT.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
  }

  @Test
  void sortsSets() {
    assertThat(SAMPLE_TEXT)
        .contains("\"commands\": [\"CLIENT TRACKING\", \"GET\", \"MGET\", \"SET\"]")
        .contains("\"capabilities\": [\"CANCEL\", \"RESP3\"]");
  }

  @Test
  void refusesANewerFormat() {
    assertRefused(
        SAMPLE_TEXT.replace("\"crosstalk-history\": 1", "\"crosstalk-history\": 2"),
        "format 2 is newer than this Crosstalk, which reads 1");
  }

  @Test
  void refusesWhatHasNoFormat() {
    assertRefused("{\"world\":\"real\"}", "it has no field 'crosstalk-history'");
    assertRefused("[1]", "it is no JSON object");
    assertRefused("", "it is no JSON object");
  }

  @Test
  void saysInWhichLineTextIsNoJson() {
    assertRefused(SAMPLE_TEXT.substring(0, 60), "not JSON: line 4: ");
    assertRefused(SAMPLE_TEXT + "}", "not JSON");
    assertRefused("{\"crosstalk-history\":1,\"crosstalk-history\":1}", "not JSON: line 1: ");
  }

  @Test
  void saysAtWhichFieldTheDataDoNotFit() {
    assertRefused(
        SAMPLE_TEXT.replace("\"type\":\"queued\"", "\"type\":\"queueing\""),
        "not a history at calls[0].completions[1].outcome: ");
    assertRefused(SAMPLE_TEXT.replace("\"PT1.5S\"", "\"long\""), "subject.variant.ownDelayMax: ");
    assertRefused(
        SAMPLE_TEXT.replace("\"endedNanos\"", "\"endedMillis\""), "history at endedNanos");
    assertRefused(
        SAMPLE_TEXT.replace("\"world\": \"real\"", "\"world\": null"),
        "not a history at world: null");
  }

  private static void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> HistoryJson.read(text))
        .isInstanceOf(HistoryFormatException.class)
        .hasMessageContaining(reason);
  }
}
