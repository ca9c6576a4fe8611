package dev.crosstalk.cli;

import dev.crosstalk.campaign.CampaignListener;
import dev.crosstalk.campaign.CaseDefect;
import dev.crosstalk.campaign.Finding;
import dev.crosstalk.campaign.Progress;
import dev.crosstalk.report.Places;

/** Tells stderr of a campaign's course. */
final class ConsoleListener implements CampaignListener {
  private static final int DEFECTS_TRACED = 3;

  private final ProgressLine line;
  private final Places places;
  private final long startNanos = System.nanoTime();
  private int defects;

  ConsoleListener(ProgressLine line, Places places) {
    this.line = line;
    this.places = places;
  }

  @Override
  public void progress(Progress progress) {
    line.show(progress);
  }

  @Override
  public void confirmed(Finding finding) {
    line.say(
        "finding after %.1f s%s: %s breaks \"%s\" in %s replays, saved as %s"
            .formatted(
                (System.nanoTime() - startNanos) / 1e9,
                finding
                    .after()
                    .map(time -> ", seen after %.1f s of cases".formatted(time.toNanos() / 1e9))
                    .orElse(""),
                finding.subject().name(),
                finding.violation().invariant(),
                finding.hitRate(),
                places.shown(finding.file())));
  }

  @Override
  public void shrunk(Finding finding) {
    int steps = finding.scenario().scenario().steps().size();
    line.say(
        (steps < finding.stepsBefore()
                    ? "shrunk to %d of %d steps: %s"
                    : "not shrunk below %d of %d steps: %s")
                .formatted(steps, finding.stepsBefore(), places.shown(finding.file()))
            + finding.overTcp().map(rate -> ", over TCP in " + rate).orElse(""));
  }

  @Override
  public void lost(CaseDefect lost) {
    line.say(
        "inconclusive, the case did not come back: seed %s, target %s: %s"
            .formatted(lost.seed(), lost.target(), lost.what()));
    if (!lost.trace().isEmpty()) {
      line.say(lost.trace());
    }
  }

  /** All are named; of the first ones the trace is shown, too. */
  @Override
  public void defect(CaseDefect defect) {
    defects++;
    line.say(
        "defect of Crosstalk's own at seed %s, target %s: %s"
            .formatted(defect.seed(), defect.target(), defect.what()));
    if (defects <= DEFECTS_TRACED) {
      line.say(defect.trace());
    }
  }
}
