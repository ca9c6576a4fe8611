package dev.crosstalk.cli;

import dev.crosstalk.bench.BenchWorker;
import dev.crosstalk.campaign.FuzzWorker;
import dev.crosstalk.drivers.DriverLogs;
import dev.crosstalk.lab.Target;
import dev.crosstalk.worker.WorkerJvm;
import java.util.List;

/** Where a worker process starts. Nobody types its arguments, so nothing explains them. */
public final class WorkerMain {
  private static final String BENCH = "bench";
  private static final String FUZZ = "fuzz";

  private WorkerMain() {}

  /** Works for {@code bench}. */
  static WorkerJvm forBench() {
    return new WorkerJvm(WorkerMain.class.getName(), List.of(BENCH));
  }

  /** Works for {@code fuzz} and {@code exhaust}. */
  static WorkerJvm forCampaigns() {
    return new WorkerJvm(WorkerMain.class.getName(), List.of(FUZZ));
  }

  public static void main(String[] arguments) throws InterruptedException {
    DriverLogs.silence();
    switch (arguments[0]) {
      case BENCH -> new BenchWorker(Target::load).run();
      case FUZZ -> new FuzzWorker(Target::load).run();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    // A driver's own threads may live on.
    System.exit(ExitStatus.CLEAN.code());
  }
}
