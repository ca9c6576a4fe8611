package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.error;
import static dev.crosstalk.oracle.Said.failure;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GarbledOracleTest {
  private static final List<Outcome> UNKNOWN = Said.UNKNOWN;

  @Test
  void isSilentWhenCallsAreAnswered() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .ends("A1", ok("kA1#1"))
            .starts("A2", "INCR", "kA2")
            .answers("A2", failure("ERR no"))
            .ends("A2", error("ERR no"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void tellsACallThatTheDriverCouldMakeNoSenseOf() {
    assertThat(judged(story().starts("A1", "GET", "kA1").ends("A1", Said.GARBLED)))
        .containsExactly(
            new Violation(
                "garbled",
                Family.CROSSED,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "A1 GET kA1 ends in an answer, a timeout or a lost connection",
                "garbled: ClassCastException: no List"));
  }

  @Test
  void tellsEachReportThatIsGarbled() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .ends("A1", ok("kA1#1"))
            .ends("A1", Said.GARBLED)
            .ends("A1", Said.GARBLED);

    assertThat(judged(story)).hasSize(2);
  }

  @Test
  void tellsARequestThatIsNobodys() {
    assertThat(judged(story().stray("connection 2: Protocol error: invalid bulk length")))
        .containsExactly(
            new Violation(
                "garbled",
                Family.CROSSED,
                Grade.FORBIDDEN,
                Optional.empty(),
                "every request is a call or one of the driver's own commands",
                "on the wire, connection 2: Protocol error: invalid bulk length"));
  }

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void blamesNobodyForAnUnknownOutcome(Outcome unknown) {
    assertThat(judged(story().starts("A1", "GET", "kA1").ends("A1", unknown))).isEmpty();
  }

  @Test
  void blamesNobodyForTheDriversOwnCommands() {
    assertThat(judged(story().answersOwn(1, answer("OK"), "SELECT", "1"))).isEmpty();
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new GarbledOracle().judge(story.history());
  }
}
