package dev.crosstalk.report;

import dev.crosstalk.campaign.CampaignSummary;
import dev.crosstalk.campaign.Finding;
import dev.crosstalk.campaign.Generation;
import dev.crosstalk.campaign.Progress;
import java.nio.file.Path;

/** The end of a campaign: each finding's screen, what was done, and a line that says it all. */
public final class CampaignScreen {

  private CampaignScreen() {}

  /**
   * The text.
   *
   * @param coverage whether to show in full what met
   * @param folder where findings were saved
   */
  public static String of(
      CampaignSummary summary, boolean coverage, Path folder, Places places, Ink ink) {
    var text = new StringBuilder();
    for (Finding finding : summary.findings()) {
      text.append(FindingScreen.of(finding, places, ink)).append('\n');
    }
    if (!summary.targets().isEmpty()) {
      text.append(SummaryTable.of(summary.targets(), ink)).append('\n');
    }
    if (coverage) {
      text.append(CoverageTable.of(summary.coverage(), ink)).append('\n');
    }
    for (Progress target : summary.targets()) {
      text.append(asides(target, ink));
    }
    if (!coverage && summary.coverage().cases() > 0) {
      text.append(new Page(ink).line(CoverageTable.line(summary.coverage()), Tone.PLAIN).text());
    }
    Tone tone = summary.findings().isEmpty() ? Tone.TITLE : Tone.WRONG;
    return text.append(new Page(ink).line(line(summary, places.shown(folder)), tone).text())
        .toString();
  }

  /** What is no finding, and yet to be known. */
  private static String asides(Progress target, Ink ink) {
    var page = new Page(ink);
    if (target.illegal() > 0) {
      page.line(
          target.target()
              + ": "
              + FindingScreen.counted(target.illegal(), "case")
              + " with illegal bytes; replies on the connections that carried them are not judged",
          Tone.PLAIN);
    }
    if (target.lost() > 0) {
      page.line(
          target.target()
              + ": "
              + FindingScreen.counted(target.lost(), "case")
              + " did not come back, told on stderr",
          Tone.WRONG);
    }
    if (target.differing() > 0) {
      page.line(
          target.target()
              + ": of "
              + FindingScreen.counted(target.compared(), "case")
              + " also run over TCP, "
              + target.differing()
              + " ended differently, kept in worlds-differ; suspect our worlds, not the driver",
          Tone.PLAIN);
    }
    return page.text();
  }

  private static String line(CampaignSummary summary, String folder) {
    return beginning(summary)
        + (summary.interrupted() ? "interrupted; " : "")
        + result(summary, folder)
        + (summary.defects().isEmpty()
            ? ""
            : "; "
                + FindingScreen.counted(summary.defects().size(), "defect")
                + " of Crosstalk's own, told on stderr");
  }

  private static String beginning(CampaignSummary summary) {
    return switch (summary.generation()) {
      case Generation.Drawn(long seed, boolean _) -> "seed " + seed + ": ";
      case Generation.Every(int lanes, int steps) ->
          "every scenario of up to "
              + FindingScreen.counted(steps, "step")
              + " on "
              + FindingScreen.counted(lanes, "lane")
              + ": "
              + holding(summary)
              + " hold; ";
    };
  }

  private static String holding(CampaignSummary summary) {
    long hold = summary.targets().stream().mapToLong(it -> it.cases() - it.violating()).sum();
    return "%,d of %,d".formatted(hold, summary.all().orElse(0));
  }

  private static String result(CampaignSummary summary, String folder) {
    long cases = summary.targets().stream().mapToLong(Progress::cases).sum();
    if (!summary.findings().isEmpty()) {
      return FindingScreen.counted(summary.findings().size(), "finding")
          + " in "
          + folder
          + (summary.unconfirmed() == 0 ? "" : "; " + unconfirmed(summary, folder));
    }
    if (summary.unconfirmed() > 0) {
      return "inconclusive: " + unconfirmed(summary, folder);
    }
    if (cases == 0) {
      return "inconclusive: no case was judged";
    }
    return "nothing found in " + FindingScreen.counted(cases, "case");
  }

  private static String unconfirmed(CampaignSummary summary, String folder) {
    return FindingScreen.counted(summary.unconfirmed(), "violation")
        + " did not repeat, kept in "
        + folder
        + "/unconfirmed";
  }
}
