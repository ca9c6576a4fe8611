package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.error;
import static dev.crosstalk.oracle.Said.failure;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.plainest;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ConnectionStateOracleTest {
  private static final List<Outcome> UNKNOWN = Said.UNKNOWN;

  @Test
  void isSilentWhereCallsRunAsConfigured() {
    assertSilent(get(story().configured(7, "alice"), "A1"));
  }

  @Test
  void tellsAnotherDatabaseThanTheConfiguredOne() {
    var story = get(story().configured(7, "alice").executesOn(0, "alice"), "A1");

    assertThat(judged(story))
        .containsExactly(
            new Violation(
                "connection-state",
                Family.STATE,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "A1 GET kA1 is executed on database 7",
                "executed on database 0, over connection 1"));
  }

  @Test
  void tellsAnotherUserThanTheConfiguredOne() {
    var story = get(story().configured(7, "alice").executesOn(7, "default"), "A1");

    assertThat(judged(story))
        .extracting(Violation::observed)
        .containsExactly("executed as default, over connection 1");
  }

  @Test
  void isSilentUnderTheNameThatTheDriverWasTold() {
    assertSilent(get(story().named("me"), "A1"));
  }

  @Test
  void tellsACallWithoutItsName() {
    var story = get(story().named("me").executesUnder(Optional.empty()), "A1");

    assertThat(judged(story))
        .containsExactly(
            new Violation(
                "connection-state",
                Family.STATE,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "A1 GET kA1 is executed under the name me",
                "executed without a name, over connection 1"));
  }

  @Test
  void tellsACallUnderAnotherName() {
    var story = get(story().named("me").executesUnder(Optional.of("you")), "A1");

    assertThat(judged(story))
        .extracting(Violation::observed)
        .containsExactly("executed under the name you, over connection 1");
  }

  @Test
  void aDriverThatWasToldNoNameMayHaveOneOfItsOwn() {
    assertSilent(get(story().executesUnder(Optional.of("driver-7")), "A1"));
  }

  @Test
  void oneMayArgueAboutACallWhoseClientAnotherThreadCloses() {
    var story = get(story().configured(7, "alice").executesOn(0, "default"), "A1");

    assertThat(judged(story.closesClientUnder("A1")))
        .extracting(Violation::grade)
        .containsExactly(Grade.ARGUABLE);
  }

  @Test
  void aSessionThatLanesShareKeepsItsStateAlsoWhileItIsClosed() {
    var story =
        get(
            HistoryBuilder.of(plainest().shared()).configured(7, "alice").executesOn(7, "default"),
            "A1");

    assertThat(judged(story.closesClientUnder("A1")))
        .extracting(Violation::grade)
        .containsExactly(Grade.FORBIDDEN);
  }

  @Test
  void goesByWhatWasSelectedLast() {
    assertSilent(get(get(selected(get(story(), "A1")).executesOn(3, "default"), "A3"), "A4"));
    assertThat(judged(get(selected(story()).executesOn(0, "default"), "A3"))).hasSize(1);
  }

  @Test
  void aSelectThatWasRefusedChangesNothing() {
    var refused =
        story()
            .starts("A2", "SELECT", "3")
            .answers("A2", failure("NOPERM no"))
            .ends("A2", error("NOPERM no"));

    assertSilent(get(refused, "A3"));
    assertThat(judged(get(refused.executesOn(3, "default"), "A4"))).hasSize(1);
  }

  @Test
  void aSelectThatIllegalBytesMayHaveAnsweredIsOfUnknownOutcome() {
    for (Outcome outcome : List.of(ok("OK"), ok("somebody else's"), error("NOPERM no"))) {
      for (int database : List.of(0, 3)) {
        HistoryBuilder select = story().opens(1).starts("A2", "SELECT", "3");
        HistoryBuilder answered =
            select.answers("A2", answer("OK")).corrupts(1).ends("A2", outcome);

        assertSilent(get(answered.opens(2).executesOn(database, "default"), "A3"));
      }
    }
  }

  @Test
  void anotherSessionStartsFromTheConfiguredState() {
    assertSilent(get(selected(story()).session("A", 5), "A3"));
    assertThat(judged(get(selected(story()).session("A", 5).executesOn(3, "default"), "A3")))
        .hasSize(1);
  }

  @Test
  void aSelectOfOneSessionIsNotAnothers() {
    assertSilent(get(selected(story()), "B1"));
  }

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void eitherDatabaseIsFineAfterAnUnknownOutcome(Outcome unknown) {
    assertSilent(get(unknown(unknown), "A3"));
    assertSilent(get(unknown(unknown).executesOn(3, "default"), "A3"));
    assertThat(judged(get(unknown(unknown).executesOn(4, "default"), "A3"))).hasSize(1);
  }

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void whatWasSeenAfterAnUnknownOutcomeMustNotChangeByItself(Outcome unknown) {
    var seen = get(unknown(unknown).executesOn(3, "default"), "A3");

    assertSilent(get(seen, "A4"));
    assertThat(judged(get(seen.executesOn(0, "default"), "A5")))
        .extracting(Violation::grade)
        .containsExactly(Grade.ARGUABLE);
  }

  @Test
  void whatBeganBeforeASelectHadEndedMayRunOnEither() {
    var story =
        HistoryBuilder.of(plainest().pipeline())
            .starts("A1", "SELECT", "3")
            .starts("A2", "GET", "kA2")
            .answers("A1", answer("OK"))
            .answers("A2", answer("kA2@0"))
            .executesOn(3, "default")
            .answers("A2", answer("kA2@3"))
            .ends("A1", ok("OK"))
            .ends("A2", ok("kA2@3"));

    assertSilent(get(story, "A3"));
    assertThat(judged(get(story.executesOn(0, "default"), "A4"))).hasSize(1);
  }

  @Test
  void tellsACallThatWasQueuedInSomebodysTransaction() {
    var story = story().starts("A1", "GET", "kA1").queuesAtServer("A1");

    assertThat(judged(story))
        .extracting(Violation::observed)
        .containsExactly("executed queued inside a MULTI, over connection 1");
  }

  @Test
  void aCallMayBeQueuedInItsOwnTransaction() {
    assertSilent(
        HistoryBuilder.of(plainest().transaction())
            .starts("A1", "GET", "kA1")
            .inBlock("A1", "A0")
            .queuesAtServer("A1"));
  }

  @Test
  void doesNotJudgeWhatMayBeTheDriversOwn() {
    assertSilent(
        story()
            .configured(7, "alice")
            .executesOn(0, "default")
            .starts("A1", "PING")
            .answers("A1", answer("PONG"))
            .starts("A3", "DEBUG PROTOCOL", "ATTRIB")
            .answers("A3", answer("Some real reply following the attribute"))
            .starts("A2", "SELECT", "7")
            .answers("A2", answer("OK")));
  }

  private static HistoryBuilder get(HistoryBuilder story, String label) {
    return story
        .starts(label, "GET", "k" + label)
        .answers(label, answer("v" + label))
        .ends(label, ok("v" + label));
  }

  private static HistoryBuilder selected(HistoryBuilder story) {
    return story.starts("A2", "SELECT", "3").answers("A2", answer("OK")).ends("A2", ok("OK"));
  }

  private static HistoryBuilder unknown(Outcome outcome) {
    return story().starts("A2", "SELECT", "3").owes("A2", answer("OK")).ends("A2", outcome);
  }

  private static void assertSilent(HistoryBuilder story) {
    assertThat(judged(story)).isEmpty();
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new ConnectionStateOracle().judge(story.history());
  }
}
