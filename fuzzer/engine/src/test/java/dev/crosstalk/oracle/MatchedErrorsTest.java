package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.error;
import static dev.crosstalk.oracle.Said.failure;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors of the server are replies, told apart by their text. */
class MatchedErrorsTest {

  @Test
  void acceptsTheErrorThatTheCallCaused() {
    var story =
        story()
            .starts("A1", "INCR", "kA1")
            .answers("A1", failure("ERR no integer"))
            .ends("A1", error("ERR no integer"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void tellsAnErrorThatAnotherCallCaused() {
    var story =
        story()
            .starts("A1", "INCR", "kA1")
            .answers("A1", failure("ERR no integer"))
            .starts("B1", "GET", "kB1")
            .answers("B1", answer("kB1#2"))
            .ends("B1", error("ERR no integer"));

    assertThat(judged(story))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.call()).contains("B1");
              assertThat(violation.expected()).isEqualTo("B1 GET kB1 gets \"kB1#2\"");
              assertThat(violation.observed())
                  .startsWith("error \"ERR no integer\"")
                  .endsWith(", which is the reply to A1 INCR kA1 on connection 1");
            });
  }

  @Test
  void tellsAnErrorOfAnotherText() {
    var story =
        story()
            .starts("A1", "INCR", "kA1")
            .answers("A1", failure("ERR no integer"))
            .ends("A1", error("ERR no"));

    assertThat(judged(story)).hasSize(1);
  }

  @Test
  void tellsAnAnswerWhereTheServerSaidError() {
    var story =
        story()
            .starts("A1", "INCR", "kA1")
            .answers("A1", failure("ERR no integer"))
            .ends("A1", ok("ERR no integer"));

    assertThat(judged(story))
        .extracting(Violation::expected)
        .containsExactly("A1 INCR kA1 gets error \"ERR no integer\"");
  }

  @Test
  void tellsAnErrorWhereTheServerAnswered() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("ERR v"))
            .ends("A1", error("ERR v"));

    assertThat(judged(story)).hasSize(1);
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new MatchedOracle().judge(story.history());
  }
}
