package dev.crosstalk.report;

import dev.crosstalk.campaign.Finding;
import dev.crosstalk.campaign.FindingFiles;
import dev.crosstalk.history.History;
import dev.crosstalk.history.Subject;
import dev.crosstalk.history.ThreadsLeft;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.oracle.Words;
import java.util.List;

/**
 * A finding on one screen: what is wrong, how to see it again, the schedule, and how sure it is.
 */
public final class FindingScreen {
  private static final int ROWS_MAX = 30;

  private FindingScreen() {}

  public static String of(Finding finding, Places places, Ink ink) {
    Violation violation = finding.violation();
    var page = new Page(ink);
    page.paragraph(sentence(finding.subject(), finding.history(), violation), Tone.TITLE)
        .blank()
        .verbatim("replay", places.replayCommand(finding.file()))
        .blank()
        .laidOut(
            Schedule.lines(finding.history(), violation.call(), ROWS_MAX, Page.INDENT, page.ink()))
        .blank();
    expectedAndObserved(page, violation);
    List<String> others = otherInvariants(finding.violations());
    if (!others.isEmpty()) {
      page.field("also", "breaks " + String.join(", ", others), Tone.PLAIN);
    }
    return page.field("shrunk", shrunk(finding), Tone.PLAIN)
        .field("seen", seen(finding), finding.hitRate().flaky() ? Tone.WRONG : Tone.PLAIN)
        .verbatim("history", places.shown(FindingFiles.historyOf(finding.file())))
        .text();
  }

  static void expectedAndObserved(Page page, Violation violation) {
    page.field("expected", violation.expected(), Tone.PLAIN)
        .field("observed", violation.observed(), Tone.WRONG);
  }

  /** {@code jedis 3.0.1 (jedis/raw) crosses replies and so breaks "matched": A2 GET k2 got ...}. */
  static String sentence(Subject subject, History history, Violation violation) {
    String how = violation.invariant().equals("matched") ? "crosses replies and so " : "";
    String got =
        switch (violation.family()) {
          case CROSSED, STATE, EXTRA -> " got ";
          case STUCK, CLEAN -> " ";
          case PUSHES -> ": ";
        };
    String whose =
        violation
            .call()
            .flatMap(history::call)
            .map(Words::of)
            .filter(words -> !violation.observed().contains(words))
            .map(words -> words + got)
            .orElse("");
    return "%s (%s) %sbreaks \"%s\": %s%s."
        .formatted(
            subject.title(),
            subject.name(),
            how,
            violation.invariant(),
            whose,
            violation.observed());
  }

  private static List<String> otherInvariants(List<Violation> violations) {
    return violations.stream()
        .map(Violation::invariant)
        .filter(invariant -> !invariant.equals(violations.get(0).invariant()))
        .distinct()
        .toList();
  }

  private static String shrunk(Finding finding) {
    int steps = finding.scenario().scenario().steps().size();
    if (finding.replays() == 0) {
      return "not, for time was up: " + counted(steps, "step");
    }
    return "from "
        + counted(finding.stepsBefore(), "step")
        + " to "
        + steps
        + ", by "
        + counted(finding.replays(), "replay");
  }

  private static String seen(Finding finding) {
    String world = finding.history().world();
    String rate = "in " + finding.hitRate() + " replays (" + world + ")" + overTcp(finding);
    String more =
        finding.repeats() == 0 ? "" : ", and in " + counted(finding.repeats(), "more case");
    String first =
        finding
            .after()
            .map(time -> "; first after %.1f s of cases".formatted(time.toNanos() / 1e9))
            .orElse("");
    return (finding.hitRate().flaky() ? "FLAKY: " : "") + rate + more + first;
  }

  private static String overTcp(Finding finding) {
    return finding
        .overTcp()
        .map(
            rate -> {
              if (rate.hits() > 0) {
                return ", " + rate + " over TCP (fired)";
              }
              return isOfThreads(finding)
                  ? "; over TCP nobody counts threads"
                  : ", NEVER over TCP: suspect our simulation before the driver";
            })
        .orElse("");
  }

  private static boolean isOfThreads(Finding finding) {
    return finding.violation().observed().startsWith(ThreadsLeft.SYMPTOM);
  }

  static String counted(long count, String what) {
    return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
  }
}
