package dev.crosstalk.cli;

import dev.crosstalk.bench.Bench;
import dev.crosstalk.bench.BenchJson;
import dev.crosstalk.bench.BenchPlan;
import dev.crosstalk.bench.BenchReport;
import dev.crosstalk.report.BenchMarkdown;
import dev.crosstalk.report.BenchTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: measures how fast cases run. */
@Command(
    name = "bench",
    sortOptions = false,
    description = "Measures how many cases a second run, beside what the machine can do at best.")
final class BenchCommand implements Callable<Integer> {
  private static final int SECONDS_MAX = 3600;

  private final Console console;
  private final Home home;

  @Option(
      names = "--driver",
      paramLabel = DriverWord.LABEL,
      description =
          "what to measure; may be repeated (default: every real driver, and the reference); "
              + DriverWord.VERSIONS)
  private List<String> drivers = List.of();

  @Option(
      names = ReleaseChoice.OPTION,
      paramLabel = ReleaseChoice.LABEL,
      description = ReleaseChoice.DESCRIPTION)
  private List<String> with = List.of();

  @Option(
      names = WorldChoice.OPTION,
      paramLabel = WorldChoice.LABEL,
      description = "simulated, fired or real (default: all that the driver has)")
  private Optional<String> world = Optional.empty();

  @Option(
      names = RewritingChoice.OPTION,
      paramLabel = "MODE[,MODE]",
      description = RewritingChoice.DESCRIPTION)
  private Optional<String> rewriting = Optional.empty();

  @Option(
      names = LanesChoice.OPTION,
      paramLabel = "N[,N]",
      description = "how many lanes call in a case; a row for each (default: 1,3)")
  private Optional<String> lanes = Optional.empty();

  @Option(
      names = WorkersChoice.OPTION,
      paramLabel = WorkersChoice.LABEL,
      description = WorkersChoice.OF_BENCH)
  private Optional<String> workers = Optional.empty();

  @Option(names = "--seconds", paramLabel = "N", description = "measured for each row (default: 5)")
  private String seconds = "5";

  @Option(names = "--warm-up", paramLabel = "N", description = "seconds before each (default: 10)")
  private String warmUp = "10";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write all of it as Markdown (default: reports/bench.md)")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "where to write all of it as JSON (default: nowhere)")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "prints this")
  private boolean help;

  BenchCommand(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path markdown = out.orElse(home.folder().resolve("reports").resolve("bench.md"));
    BenchPlan plan = plan();
    OutputFile.requireWritable("--out", markdown);
    json.ifPresent(file -> OutputFile.requireWritable("--json", file));
    var listener = new ConsoleBenchListener(console);
    var bench = new Bench(plan, WorkerMain.forBench(), listener);
    try (var _ = new Interruption(bench::stop)) {
      bench.run().ifPresent(report -> show(report, markdown));
    }
    return status(bench, listener).code();
  }

  private void show(BenchReport report, Path markdown) {
    console.out().print(BenchTable.of(report, console.terminal().ink()));
    console.out().flush();
    OutputFile.write("--out", markdown, BenchMarkdown.of(report));
    json.ifPresent(file -> OutputFile.write("--json", file, BenchJson.write(report)));
    console.tell("written to " + home.places().shown(markdown));
  }

  private BenchPlan plan() {
    Duration measured = seconds("--seconds", seconds, 1);
    Duration before = seconds("--warm-up", warmUp, 0);
    int processes =
        WorkersChoice.of(workers).orElseGet(() -> Runtime.getRuntime().availableProcessors());
    List<Integer> numbers = LanesChoice.of(lanes);
    var modes = RewritingChoice.of(rewriting);
    var kinds = WorldChoice.kinds(world);
    var choice = home.choice(console, with);
    var targets = drivers.isEmpty() ? choice.withoutDefect() : choice.targets("--driver", drivers);
    return new BenchPlan(
        targets,
        choice.canaries(),
        WorldChoice.each(kinds, targets),
        modes,
        processes,
        numbers,
        before,
        measured);
  }

  private static Duration seconds(String option, String text, int min) {
    return Duration.ofSeconds(Numbers.parse(option, text, min, SECONDS_MAX));
  }

  private static ExitStatus status(Bench bench, ConsoleBenchListener listener) {
    if (bench.isStopped()) {
      return ExitStatus.INTERRUPTED;
    }
    return listener.defects() > 0 ? ExitStatus.DEFECT : ExitStatus.CLEAN;
  }
}
