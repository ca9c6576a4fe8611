package dev.crosstalk.cli;

import dev.crosstalk.bench.BenchWorker;
import dev.crosstalk.campaign.FuzzWorker;
import dev.crosstalk.drivers.DriverLogs;
import dev.crosstalk.lab.Target;
import dev.crosstalk.worker.WorkerJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Where a worker process starts. Nobody types its arguments, so nothing explains them. */
public final class WorkerMain {
  private static final String BENCH = "bench";
  private static final String FUZZ = "fuzz";

  private WorkerMain() {}

  /** Works for {@code bench}, on the drivers of a home. */
  static WorkerJvm forBench(Home home) {
    return new WorkerJvm(WorkerMain.class.getName(), List.of(BENCH, home.folder().toString()));
  }

  /** Works for {@code fuzz} and {@code exhaust}. */
  static WorkerJvm forCampaigns() {
    return new WorkerJvm(WorkerMain.class.getName(), List.of(FUZZ));
  }

  public static void main(String[] arguments) throws InterruptedException {
    DriverLogs.silence();
    switch (arguments[0]) {
      case BENCH -> new BenchWorker(targets(new Home(Path.of(arguments[1])))).run();
      case FUZZ -> new FuzzWorker(Target::load).run();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    // A driver's own threads may live on.
    System.exit(ExitStatus.CLEAN.code());
  }

  private static Function<String, Target> targets(Home home) {
    var choice = new DriverChoice(home.drivers(Console.ofProcess()));
    return name -> choice.target("worker", name);
  }
}
