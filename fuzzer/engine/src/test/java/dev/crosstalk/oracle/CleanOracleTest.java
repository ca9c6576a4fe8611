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
  void tellsThatEachClientLeavesAThreadAndWhereThatWaits() {
    var story =
        story()
            .leavesThreads(
                50, 51, "java.base/java.lang.VirtualThread.park(V.java:1)", "x.Y.beat(Y.java:2)");

    assertThat(new CleanOracle().judge(story.history()))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.family()).isEqualTo(Family.CLEAN);
              assertThat(violation.observed())
                  .startsWith("threads are left: 50 more clients")
                  .contains("51 more threads")
                  .endsWith("; the last one waits at x.Y.beat(Y.java:2)");
            });
  }

  @Test
  void threadsAndConnectionsAreToldEachByItself() {
    var story = story().opens(1).leavesOpen(1).leavesThreads(50, 50);

    assertThat(new CleanOracle().judge(story.history()))
        .extracting(Violation::observed)
        .containsExactly(
            "still open: connection #1",
            "threads are left: 50 more clients were opened and closed, and 50 more threads are"
                + " there");
  }

  @Test
  void threadsThatAllClientsShareAreTheirOwnAffair() {
    assertThat(new CleanOracle().judge(story().leavesThreads(50, 1).history())).isEmpty();
    assertThat(new CleanOracle().judge(story().leavesThreads(50, 49).history())).isEmpty();
  }

  @Test
  void fewClientsSayNothing() {
    assertThat(new CleanOracle().judge(story().leavesThreads(8, 8).history())).isEmpty();
    assertThat(new CleanOracle().judge(story().leavesThreads(0, 0).history())).isEmpty();
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
