package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.CaseRunner.Judged;
import dev.crosstalk.history.History;
import dev.crosstalk.oracle.HistoryBuilder;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally("get/raw");

  @Test
  void countsJudgedCasesAndWhatTheyViolate() {
    tally.judged(new Judged(history(), List.of(), 0, true));
    tally.judged(new Judged(history(), violations(), 0, true));

    assertThat(tally.progress().target()).isEqualTo("get/raw");
    assertThat(tally.progress().cases()).isEqualTo(2);
    assertThat(tally.progress().violating()).isEqualTo(1);
    assertThat(tally.progress().discarded()).isZero();
  }

  @Test
  void countsDiscardedRuns() {
    tally.judged(new Judged(history(), List.of(), 2, true));

    assertThat(tally.progress().cases()).isEqualTo(1);
    assertThat(tally.progress().discarded()).isEqualTo(2);
  }

  @Test
  void countsACaseWithoutConclusionAmongTheDiscardedOnly() {
    tally.judged(new Judged(history(), List.of(), 2, false));

    assertThat(tally.progress().cases()).isZero();
    assertThat(tally.progress().timeouts()).isZero();
    assertThat(tally.progress().discarded()).isEqualTo(3);
  }

  @Test
  void countsCallsThatTimedOut() {
    tally.judged(new Judged(history(), List.of(), 0, true));

    assertThat(tally.progress().timeouts()).isEqualTo(2);
  }

  @Test
  void countsFindingsAndWhatDidNotRepeat() {
    tally.found();
    tally.found();
    tally.unconfirmed();

    assertThat(tally.progress().findings()).isEqualTo(2);
    assertThat(tally.progress().unconfirmed()).isEqualTo(1);
  }

  private static List<Violation> violations() {
    return SymptomsTest.finding().violations();
  }

  /** Two calls that timed out, one that was refused and then timed out, and one still open. */
  private static History history() {
    Outcome timedOut = new Outcome.TimedOut("late");
    return HistoryBuilder.of(Variant.named("raw"))
        .starts("A1", "GET", "kA1")
        .ends("A1", timedOut)
        .starts("A2", "GET", "kA2")
        .ends("A2", timedOut)
        .starts("A3", "GET", "kA3")
        .ends("A3", new Outcome.Refused("full"))
        .ends("A3", timedOut)
        .starts("A4", "GET", "kA4")
        .history();
  }
}
