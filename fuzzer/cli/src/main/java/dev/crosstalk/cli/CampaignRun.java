package dev.crosstalk.cli;

import dev.crosstalk.campaign.Campaign;
import dev.crosstalk.campaign.CampaignPlan;
import dev.crosstalk.campaign.CampaignSummary;
import dev.crosstalk.campaign.Crews;
import dev.crosstalk.report.CampaignScreen;
import dev.crosstalk.report.Places;
import dev.crosstalk.spi.WorldKind;
import java.util.List;

/**
 * Runs a campaign at a console, to its end or until it is interrupted.
 *
 * @param coverage whether to show in full what met
 */
record CampaignRun(Console console, Places places, boolean coverage) {
  static final String COVERAGE = "--coverage";
  static final String COVERAGE_DESCRIPTION =
      "shows what happened to what, how often, and what never did";

  ExitStatus of(CampaignPlan plan, List<WorldKind> worlds, Crews crews) {
    var line = new ProgressLine(console.err(), console.terminal().live());
    var campaign = Campaign.inWorkers(plan, worlds, crews, new ConsoleListener(line, places));
    try (var _ = new Interruption(campaign::stop)) {
      CampaignSummary summary = campaign.run();
      line.finish();
      console
          .out()
          .print(
              CampaignScreen.of(
                  summary, coverage, plan.folder(), places, console.terminal().ink()));
      console.out().flush();
      return ExitStatus.of(summary);
    }
  }
}
