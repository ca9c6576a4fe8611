package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class IllegalBytesTest {

  @Test
  void whatCameOverTheirConnectionIsNotJudged() {
    assertThat(invariants(garbled(story().opens(1).corrupts(1)))).isEmpty();
    assertThat(invariants(crossed(story().opens(1).corrupts(1)))).isEmpty();
  }

  @Test
  void whatCameOverAnotherIs() {
    assertThat(invariants(garbled(story().opens(1).opens(2).corrupts(2)))).contains("garbled");
    assertThat(invariants(crossed(story().opens(1).opens(2).corrupts(2)))).contains("matched");
  }

  @Test
  void aCallThatWasNotExecutedMayHaveGoneOverTheirs() {
    var story = story().opens(1).corrupts(1).starts("A1", "GET", "kA1");

    assertThat(invariants(story.ends("A1", new Outcome.Garbled("?")))).isEmpty();
  }

  @Test
  void ofACacheAnAnswerAloneIsAnothers() {
    assertThat(invariants(askedAgain().ends("A1", new Outcome.Garbled("?")))).isEmpty();
    assertThat(invariants(askedAgain().ends("A1", ok("c1")))).isEmpty();
    assertThat(invariants(askedAgain().ends("A1", ok("c2")))).contains("matched");
  }

  /** Another call in the same words was answered, over a connection without illegal bytes. */
  private static HistoryBuilder askedAgain() {
    return HistoryBuilder.of(Said.plainest().can(Capability.CACHES))
        .opens(1)
        .opens(2)
        .corrupts(1)
        .starts("B1", "GET", "c1")
        .answersOver(2, "B1", answer("c1"))
        .ends("B1", ok("c1"))
        .starts("A1", "GET", "c1");
  }

  @Test
  void callsStillEnd() {
    var story = story().opens(1).corrupts(1).starts("A1", "GET", "kA1");

    assertThat(invariants(story.pass(10_000))).contains("in-time");
  }

  private static HistoryBuilder garbled(HistoryBuilder story) {
    return story
        .starts("A1", "GET", "kA1")
        .owesOver(1, "A1", answer("kA1"))
        .ends("A1", new Outcome.Garbled("?"));
  }

  private static HistoryBuilder crossed(HistoryBuilder story) {
    return story
        .starts("A1", "GET", "kA1")
        .owesOver(1, "A1", answer("kA1"))
        .ends("A1", new Outcome.Ok(new Value.Text("kB7")));
  }

  private static List<String> invariants(HistoryBuilder story) {
    return Oracles.judge(story.history()).stream().map(Violation::invariant).toList();
  }
}
