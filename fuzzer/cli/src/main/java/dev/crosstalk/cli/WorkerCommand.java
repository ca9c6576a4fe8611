package dev.crosstalk.cli;

import dev.crosstalk.bench.BenchWorker;
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

  private static WorkerJvm jvm(String command, Home home) {
    return new WorkerJvm(
        Main.class.getName(), List.of("worker", command, home.folder().toString()));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!command.equals(BENCH)) {
      throw new UsageException("worker", "'" + command + "' has no workers", "it is bench");
    }
    new BenchWorker(targets()).run();
    return ExitStatus.CLEAN.code();
  }

  private Function<String, Target> targets() {
    var choice = new DriverChoice(new Home(folder).drivers(console));
    return name -> choice.target("worker", name);
  }
}
