package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which executions count as those of a call: its own, and all with its very words. */
class MatchedExecutionsTest {

  @Test
  void acceptsTheReplyToEitherExecutionOfACallThatWasSentAgain() {
    assertThat(judged(sentAgain().ends("A1", ok("kA1#1")))).isEmpty();
    assertThat(judged(sentAgain().ends("A1", ok("kA1#2")))).isEmpty();
  }

  @Test
  void saysWhatEachExecutionWouldHaveGiven() {
    assertThat(judged(sentAgain().ends("A1", ok("kA1#3"))))
        .extracting(Violation::expected)
        .containsExactly("A1 GET kA1 gets \"kA1#1\" or \"kA1#2\"");
  }

  @Test
  void saysTheSameReplyOnce() {
    var story =
        story()
            .starts("A1", "SET", "kA1", "v")
            .answers("A1", answer("OK"))
            .answers("A1", answer("OK"))
            .ends("A1", ok("QUEUED"));

    assertThat(judged(story))
        .extracting(Violation::expected)
        .containsExactly("A1 SET kA1 v gets \"OK\"");
  }

  @Test
  void judgesWhatCarriesNoIdentityAmongAllExecutionsOfTheSameWords() {
    var story =
        story()
            .starts("A1", "PING")
            .starts("B1", "PING")
            .answers("A1", answer("PONG"))
            .ends("B1", ok("PONG"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void takesTheNameOfACommandInAnyCase() {
    var story =
        story().answersOwn(1, answer("PONG"), "ping").starts("A1", "PING").ends("A1", ok("PONG"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void takesArgumentsAsTheyStand() {
    var story =
        story()
            .answersOwn(1, answer("hello"), "ECHO", "HELLO")
            .starts("A1", "ECHO", "hello")
            .ends("A1", ok("hello"));

    assertThat(judged(story)).hasSize(1);
  }

  @Test
  void takesAnExecutionOfMoreWordsForAnothers() {
    var story =
        story()
            .answersOwn(1, answer("PONG"), "PING", "PONG")
            .starts("A1", "PING")
            .ends("A1", ok("PONG"));

    assertThat(judged(story)).hasSize(1);
  }

  @Test
  void takesAnExecutionForTheCallThatItWasAttributedTo() {
    var story =
        story()
            .starts("A1", "CLIENT TRACKING", "ON")
            .answersAs("A1", answer("OK"), "CLIENT", "TRACKING", "on")
            .ends("A1", ok("OK"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void tellsAnOkThatBelongsToAnotherKey() {
    var story =
        story()
            .starts("A1", "SET", "kA1", "v")
            .answers("A1", answer("OK"))
            .starts("A2", "SET", "kA2", "v")
            .owes("A2", answer("OK"))
            .ends("A2", ok("OK"));

    assertThat(judged(story)).extracting(Violation::call).containsExactly(Optional.of("A2"));
  }

  private static HistoryBuilder sentAgain() {
    return story()
        .starts("A1", "GET", "kA1")
        .answers("A1", answer("kA1#1"))
        .answers("A1", answer("kA1#2"));
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new MatchedOracle().judge(story.history());
  }
}
