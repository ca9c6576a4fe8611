package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.error;
import static dev.crosstalk.oracle.Said.failure;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Errors of the server are told apart by their text. */
class ErrorsGoHomeOracleTest {
  private static final List<Outcome> UNKNOWN = Said.UNKNOWN;

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
  void leavesAnAnswerWhereTheServerSaidErrorToMatched() {
    var story =
        story()
            .starts("A1", "INCR", "kA1")
            .answers("A1", failure("ERR no integer"))
            .ends("A1", ok("ERR no integer"));

    assertThat(judged(story)).isEmpty();
    assertThat(new MatchedOracle().judge(story.history()))
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

  @Test
  void tellsAnErrorThatComesASecondTime() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", failure("LOADING data"))
            .ends("A1", error("LOADING data"))
            .starts("A2", "GET", "kA2")
            .answers("A2", answer("kA2#2"))
            .ends("A2", error("LOADING data"));

    assertThat(judged(story)).extracting(it -> it.call().orElseThrow()).containsExactly("A2");
  }

  @Test
  void theErrorThatABlockEndedWithMayBeToldToAllOfIt() {
    var story =
        story()
            .starts("A1", "MULTI")
            .inBlock("A1", "A1")
            .answers("A1", answer("OK"))
            .ends("A1", ok("OK"))
            .starts("A2", "INCR", "kA2")
            .inBlock("A2", "A1")
            .answers("A2", failure("OOM full"))
            .starts("A3", "EXEC")
            .inBlock("A3", "A1")
            .answers("A3", failure("EXECABORT because"))
            .ends("A2", error("EXECABORT because"))
            .ends("A3", error("OOM full"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void theErrorOfOneCommandOfABlockIsNotAnothers() {
    var story =
        story()
            .starts("A1", "INCR", "kA1")
            .inBlock("A1", "A1")
            .answers("A1", failure("OOM full"))
            .starts("A2", "GET", "kA2")
            .inBlock("A2", "A1")
            .answers("A2", answer("kA2#2"))
            .ends("A2", error("OOM full"));

    assertThat(judged(story)).hasSize(1);
  }

  @Test
  void whereABlockFailsWithTheErrorOfOneCommandAllMayBeToldIt() {
    var story =
        story()
            .starts("A1", "INCR", "kA1")
            .inBlock("A1", "A1")
            .answers("A1", failure("OOM full"))
            .starts("A2", "GET", "kA2")
            .inBlock("A2", "A1")
            .answers("A2", answer("kA2#2"))
            .starts("A3", "EXECUTE")
            .inBlock("A3", "A1")
            .ends("A2", error("OOM full"))
            .ends("A3", error("OOM full"));

    assertThat(judged(story)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void blamesNobodyForAnUnknownOutcome(Outcome unknown) {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", failure("LOADING data"))
            .ends("A1", unknown);

    assertThat(judged(story)).isEmpty();
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new ErrorsGoHomeOracle().judge(story.history());
  }
}
