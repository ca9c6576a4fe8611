package dev.crosstalk.cli;

import dev.crosstalk.campaign.Budget;
import dev.crosstalk.campaign.CampaignPlan;
import dev.crosstalk.campaign.Crews;
import dev.crosstalk.campaign.Generation;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fuzz}: runs a campaign. */
@Command(
    name = "fuzz",
    sortOptions = false,
    description = "Generates scenarios, runs them against drivers, and reports what breaks.")
final class FuzzCommand implements Callable<Integer> {
  /** Drawn seeds stay below, short enough to be typed. */
  private static final long DRAWN_SEEDS = 1L << 40;

  private final Console console;
  private final Home home;

  @Option(
      names = "--driver",
      paramLabel = DriverWord.LABEL,
      description =
          "what to fuzz; may be repeated (default: every real driver); " + DriverWord.VERSIONS)
  private List<String> drivers = List.of();

  @Option(
      names = ReleaseChoice.OPTION,
      paramLabel = ReleaseChoice.LABEL,
      description = ReleaseChoice.DESCRIPTION)
  private List<String> with = List.of();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description =
          "in all, shared evenly: 500ms, 30s, 5m (default: 60s); shrinking may take a third more")
  private Optional<String> budget = Optional.empty();

  @Option(names = "--cases", paramLabel = "N", description = "instead of a time: cases per variant")
  private Optional<String> cases = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "what all scenarios grow from (default: drawn, and printed)")
  private Optional<String> seed = Optional.empty();

  @Option(
      names = WorldChoice.OPTION,
      paramLabel = WorldChoice.LABEL,
      description = WorldChoice.DESCRIPTION)
  private Optional<String> world = Optional.empty();

  @Option(
      names = WorkersChoice.OPTION,
      paramLabel = WorkersChoice.LABEL,
      description = WorkersChoice.OF_CAMPAIGN)
  private Optional<String> workers = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "where findings are saved (default: reports/<time>-<seed>)")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--legal-only",
      description = "leaves out the illegal bytes that a few cases have the server send")
  private boolean legalOnly;

  @Option(names = CampaignRun.COVERAGE, description = CampaignRun.COVERAGE_DESCRIPTION)
  private boolean coverage;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "prints this")
  private boolean help;

  FuzzCommand(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    Budget spending = Budgets.of(budget, cases);
    try (var crews = new Crews(WorkerMain.forCampaigns(), WorkersChoice.of(workers))) {
      crews.prepare(spending);
      return run(plan(spending), crews);
    }
  }

  private int run(CampaignPlan plan, Crews crews) {
    List<WorldKind> worlds = WorldChoice.kindsFor(world, plan.targets());
    console.tell(
        "seed %s, %s, %s, findings go to %s"
            .formatted(
                plan.generation().name(),
                plan.targets().size() == 1
                    ? plan.targets().get(0).name()
                    : plan.targets().size() + " targets",
                Budgets.shown(plan.budget()),
                home.places().shown(plan.folder())));
    return new CampaignRun(console, home.places(), coverage).of(plan, worlds, crews).code();
  }

  private CampaignPlan plan(Budget spending) {
    long from =
        seed.map(text -> Numbers.parse("--seed", text, 0, Long.MAX_VALUE))
            .orElseGet(() -> ThreadLocalRandom.current().nextLong(DRAWN_SEEDS));
    out.ifPresent(OutputFolder::requireUsable);
    var choice = home.choice(console, with);
    List<Target> targets = drivers.isEmpty() ? choice.real() : choice.targets("--driver", drivers);
    Path folder = out.orElseGet(() -> home.reports(LocalDateTime.now(), Long.toString(from)));
    return new CampaignPlan(
        targets,
        spending,
        new Generation.Drawn(from, legalOnly),
        folder.toAbsolutePath().normalize());
  }
}
