package dev.crosstalk.cli;

import dev.crosstalk.bench.BenchWorker;
import dev.crosstalk.campaign.FuzzWorker;
import dev.crosstalk.lab.Target;
import dev.crosstalk.worker.WorkerJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code worker}: what other commands start beside themselves; it talks to them alone. */
@Command(name = "worker", hidden = true, description = "Works for another command.")
final class WorkerCommand implements Callable<Integer> {
  private static final String BENCH = "bench";
  private static final String FUZZ = "fuzz";

  private final Console console;

  @Parameters(index = "0", paramLabel = "COMMAND", description = "which one it works for")
  private String command;

  @Parameters(index = "1", paramLabel = "HOME", description = "where drivers are")
  private Path folder;

  WorkerCommand(Console console) {
    this.console = console;
  }

  /** Works for {@code bench}. */
  static WorkerJvm forBench(Home home) {
    return jvm(BENCH, home);
  }

  /** Works for {@code fuzz} and {@code exhaust}. */
  static WorkerJvm forCampaigns(Home home) {
    return jvm(FUZZ, home);
  }

  private static WorkerJvm jvm(String command, Home home) {
    return new WorkerJvm(
        Main.class.getName(), List.of("worker", command, home.folder().toString()));
  }

  @Override
  public Integer call() throws InterruptedException {
    switch (command) {
      case BENCH -> new BenchWorker(targets()).run();
      case FUZZ -> new FuzzWorker(targets()).run();
      default ->
          throw new UsageException(
              "worker", "'" + command + "' has no workers", "it is one of bench, fuzz");
    }
    return ExitStatus.CLEAN.code();
  }

  private Function<String, Target> targets() {
    var choice = new DriverChoice(new Home(folder).drivers(console));
    return name -> choice.target("worker", name);
  }
}
