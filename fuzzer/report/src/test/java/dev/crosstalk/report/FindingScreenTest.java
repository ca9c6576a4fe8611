package dev.crosstalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.Finding;
import dev.crosstalk.campaign.HitRate;
import dev.crosstalk.history.History;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Grade;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingScreenTest {
  private static final Places PLACES = new Places(Path.of("/home/me/crosstalk"));
  private static final Path FILE =
      Path.of("/home/me/crosstalk/reports/20260102-030405-42/sample-raw-matched-1.crosstalk");
  private static final Violation RECOVERS =
      new Violation(
          "recovers", Family.STUCK, Grade.FORBIDDEN, Optional.of("A:probe-1"), "expected", "seen");

  @Test
  void showsATornReply() {
    Finding finding =
        finding(Stories.tornReply(), 10, 4, Stories.tornReplyMatched(), RECOVERS).repeated(3);

    Golden.check("finding-torn-reply", screen(finding));
  }

  @Test
  void fitsOnOneScreen() {
    Finding finding = finding(Stories.tornReply(), 10, 4, Stories.tornReplyMatched());

    assertThat(screen(finding).lines()).hasSizeLessThanOrEqualTo(24);
  }

  @Test
  void showsTheProbeThatTellsAndNoOther() {
    Golden.check(
        "finding-probe", screen(finding(Stories.shiftSeenByProbe(), 3, 5, Stories.shiftMatched())));
  }

  @Test
  void colours() {
    Golden.checkColoured(
        "finding-coloured",
        FindingScreen.of(
            finding(Stories.tornReply(), 10, 4, Stories.tornReplyMatched()), PLACES, Ink.ANSI));
  }

  @Test
  void showsWhatHappenedTwiceAndEscapesIt() {
    Violation once =
        new Violation(
            "once",
            Family.EXTRA,
            Grade.FORBIDDEN,
            Optional.of("A1"),
            "A1 ECHO completes once",
            "\u0085 twice");

    Golden.check("finding-strange-bytes", screen(finding(Stories.strangeBytes(), 10, 4, once)));
  }

  @Test
  void leavesOutRowsFarFromTheTellingOne() {
    var story = new Story();
    for (int i = 1; i <= 60; i++) {
      story.start("A" + i, "GET", "k" + i);
    }
    story.got("A60", "k1@0:default#1").start("A61", "GET", "k61").step("healing");

    Golden.check(
        "finding-long",
        screen(
            finding(
                story.history(), 10, 61, Stories.matched("A60", "its own reply", "another's"))));
  }

  @Test
  void saysHowOftenItIsSeenOverTcp() {
    assertThat(screen(seenOverTcp(9)))
        .contains("in 10 of 10 replays (real), 9 of 10 over TCP (fired); first");
  }

  @Test
  void suspectsTheSimulationWhereItIsNeverSeenOverTcp() {
    Golden.check("finding-never-over-tcp", screen(seenOverTcp(0)));
  }

  private static Finding seenOverTcp(int hits) {
    return finding(
        Stories.tornReply(), 10, 4, Optional.of(new HitRate(hits, 10)), Stories.tornReplyMatched());
  }

  @Test
  void quotesAFileNameForTheShell() {
    assertThat(PLACES.replayCommand(Path.of("/tmp/it's mine.crosstalk")))
        .isEqualTo("./crosstalk replay '/tmp/it'\\''s mine.crosstalk'");
  }

  private static String screen(Finding finding) {
    return FindingScreen.of(finding, PLACES, Ink.PLAIN);
  }

  private static Finding finding(History history, int hits, int steps, Violation... violations) {
    return finding(history, hits, steps, Optional.empty(), violations);
  }

  private static Finding finding(
      History history, int hits, int steps, Optional<HitRate> overTcp, Violation... violations) {
    var scenario =
        new Scenario(ScenarioSettings.PLAIN, Collections.nCopies(steps, new Step.Expire()));
    return new Finding(
        Story.subject(),
        List.of(violations),
        ScenarioFile.of("title", scenario),
        history,
        new HitRate(hits, 10),
        overTcp,
        14,
        hits == 10 ? 212 : 0,
        0,
        Optional.of(Duration.ofMillis(1249)),
        FILE);
  }
}
