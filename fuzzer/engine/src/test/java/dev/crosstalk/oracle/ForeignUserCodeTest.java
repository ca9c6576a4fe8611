package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

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
}
