package dev.crosstalk.cli;

import dev.crosstalk.campaign.Campaign;
import dev.crosstalk.campaign.CampaignPlan;
import dev.crosstalk.campaign.CampaignSummary;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.report.CampaignScreen;
import dev.crosstalk.report.Places;

/** Runs a campaign at a console, to its end or until it is interrupted. */
record CampaignRun(Console console, Places places) {

  ExitStatus of(CampaignPlan plan, Worlds worlds) {
    var line = new ProgressLine(console.err(), console.terminal().live());
    var campaign = new Campaign(plan, worlds, new ConsoleListener(line, places));
    try (var _ = new Interruption(campaign::stop)) {
      CampaignSummary summary = campaign.run();
      line.finish();
      console
          .out()
          .print(CampaignScreen.of(summary, plan.folder(), places, console.terminal().ink()));
      console.out().flush();
      return ExitStatus.of(summary);
    }
  }
}
