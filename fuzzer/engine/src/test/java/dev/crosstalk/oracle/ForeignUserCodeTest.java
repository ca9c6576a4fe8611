package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.UserCode;
import org.junit.jupiter.api.Test;

class ForeignUserCodeTest {
  private static final Outcome FAILED = new Outcome.UserCodeFailed("in the codec");

  @Test
  void aCallFailsInUserCodeOnItsOwnData() {
    var story = story().starts("A1", "GET", "kA1" + UserCode.DECODE_FAILS).ends("A1", FAILED);

    assertThat(new GarbledOracle().judge(story.history())).isEmpty();
  }

  @Test
  void aCallThatFailsInUserCodeOnOtherDataGotAnothersReply() {
    var story = story().starts("A1", "GET", "kA1").ends("A1", FAILED);

    assertThat(new GarbledOracle().judge(story.history()))
        .extracting(Violation::observed)
        .containsExactly("user code failed: in the codec");
  }

  @Test
  void whoListensOnItsThreadHearsOfItsListener() {
    HistoryBuilder told = listening().tells(1, "", "c1", "M1" + UserCode.LISTENER_FAILS, true);

    assertThat(new GarbledOracle().judge(told.ends("A1", FAILED).history())).isEmpty();
  }

  @Test
  void butNotOfAnothersNorBeforeItHasFailed() {
    HistoryBuilder others = listening().tells(2, "", "c1", "M1" + UserCode.LISTENER_FAILS, true);
    assertThat(new GarbledOracle().judge(others.ends("A1", FAILED).history())).hasSize(1);

    HistoryBuilder later = listening().ends("A1", FAILED).tells(1, "", "c1", "M1", true);
    assertThat(new GarbledOracle().judge(later.history())).hasSize(1);

    HistoryBuilder reads =
        listening()
            .tells(1, "", "c1", "M1" + UserCode.LISTENER_FAILS, true)
            .starts("A2", "GET", "kA2")
            .session("A", 1)
            .ends("A2", FAILED);
    assertThat(new GarbledOracle().judge(reads.history())).hasSize(1);
  }

  private static HistoryBuilder listening() {
    return HistoryBuilder.of(Said.plainest().can(Capability.SUBSCRIBES))
        .starts("A1", "SUBSCRIBE", "c1")
        .session("A", 1);
  }
}
