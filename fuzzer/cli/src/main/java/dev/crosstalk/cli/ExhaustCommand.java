package dev.crosstalk.cli;

import dev.crosstalk.campaign.Budget;
import dev.crosstalk.campaign.CampaignPlan;
import dev.crosstalk.campaign.Crews;
import dev.crosstalk.campaign.Generation;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code exhaust}: tries everything, up to a size. */
@Command(
    name = "exhaust",
    sortOptions = false,
    description = {
      "Runs every scenario of up to so many steps from a small alphabet: one read, one error, one"
          + " write whose encoder fails, one cut, a close, a stalled handshake, a push, SELECT and"
          + " giving back where lanes have sessions of their own, and each way to give up.",
      "What holds then holds for all of them, and what breaks is as short as it can be."
    })
final class ExhaustCommand implements Callable<Integer> {
  private static final int STEPS_MAX = 12;
  private static final int LANES_MAX = 3;

  private final Console console;
  private final Home home;

  @Option(
      names = "--driver",
      paramLabel = DriverWord.LABEL,
      description =
          "what to try; may be repeated (default: every real driver); " + DriverWord.VERSIONS)
  private List<String> drivers = List.of();

  @Option(
      names = ReleaseChoice.OPTION,
      paramLabel = ReleaseChoice.LABEL,
      description = ReleaseChoice.DESCRIPTION)
  private List<String> with = List.of();

  @Option(
      names = "--steps",
      paramLabel = "N",
      required = true,
      description = "of how many steps the longest are")
  private String steps = "";

  @Option(names = "--lanes", paramLabel = "N", description = "how many lanes may call (default: 2)")
  private String lanes = "2";

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
      description = "where findings are saved (default: reports/<time>-every-<steps>-on-<lanes>)")
  private Optional<Path> out = Optional.empty();

  @Option(names = CampaignRun.COVERAGE, description = CampaignRun.COVERAGE_DESCRIPTION)
  private boolean coverage;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "prints this")
  private boolean help;

  ExhaustCommand(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    var every =
        new Generation.Every(
            (int) Numbers.parse("--lanes", lanes, 1, LANES_MAX),
            (int) Numbers.parse("--steps", steps, 1, STEPS_MAX));
    OptionalInt processes = WorkersChoice.of(workers);
    out.ifPresent(OutputFolder::requireUsable);
    var choice = home.choice(console, with);
    List<Target> targets = drivers.isEmpty() ? choice.real() : choice.targets("--driver", drivers);
    List<WorldKind> kinds = WorldChoice.kindsFor(world, targets);
    targets.forEach(target -> console.tell(count(every, target)));
    Path folder = out.orElseGet(() -> home.reports(LocalDateTime.now(), every.name()));
    var plan =
        new CampaignPlan(targets, new Budget.All(), every, folder.toAbsolutePath().normalize());
    try (var crews = new Crews(WorkerMain.forCampaigns(), processes)) {
      return new CampaignRun(console, home.places(), coverage).of(plan, kinds, crews).code();
    }
  }

  private static String count(Generation.Every every, Target target) {
    OptionalLong count = every.count(Vocabulary.of(target.variant()));
    if (count.isEmpty()) {
      throw new UsageException(
          "--steps",
          "these are more than %,d scenarios of %s".formatted(Generation.Every.MOST, target.name()),
          "fewer steps, or fewer --lanes, can be tried to the end");
    }
    return "%s: %,d scenarios".formatted(target.name(), count.getAsLong());
  }
}
