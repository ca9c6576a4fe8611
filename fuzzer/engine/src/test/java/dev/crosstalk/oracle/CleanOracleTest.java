package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CleanOracleTest {

  @Test
  void nothingIsLeftOpen() {
    assertThat(new CleanOracle().judge(story().opens(1).history())).isEmpty();
  }

  @Test
  void tellsWhichConnectionsAreLeftOpen() {
    var story = story().opens(1).opens(2).opens(3).leavesOpen(1).leavesOpen(3);

    assertThat(new CleanOracle().judge(story.history()))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.family()).isEqualTo(Family.CLEAN);
              assertThat(violation.call()).isEqualTo(Optional.empty());
              assertThat(violation.observed()).isEqualTo("still open: connection #1, #3");
            });
  }

  @Test
  void tellsAConnectionThatWasOpenedWhileTheClientWasClosed() {
    assertThat(new CleanOracle().judge(Said.story().opens(1).leavesOpen(2).history())).hasSize(1);
  }

  @Test
  void aCallThatNoTimeoutBoundsMayWaitForAPeerThatIsGone() {
    var waits =
        HistoryBuilder.of(Said.plainest().waitsForEverFor("BLPOP"))
            .opens(1)
            .starts("A1", "BLPOP", "kA1", "1")
            .forsakes(1)
            .discards(1, "BLPOP", "kA1", "1")
            .leavesOpen(1);

    assertThat(new CleanOracle().judge(waits.history())).isEmpty();
  }

  @Test
  void butNoOtherConnectionMayBeLeftOpenForIt() {
    var other =
        HistoryBuilder.of(Said.plainest().waitsForEverFor("BLPOP"))
            .opens(1)
            .opens(2)
            .starts("A1", "BLPOP", "kA1", "1")
            .forsakes(1)
            .discards(1, "BLPOP", "kA1", "1")
            .forsakes(2)
            .leavesOpen(2);

    assertThat(new CleanOracle().judge(other.history())).hasSize(1);
  }
}
