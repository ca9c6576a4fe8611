package dev.crosstalk.campaign;

import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.worker.Cores;
import dev.crosstalk.worker.Worker;
import dev.crosstalk.worker.WorkerJvm;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How workers that fuzz are begun.
 *
 * @param jvm runs a {@link FuzzWorker}
 * @param workers how many run side by side; empty for as many as pay
 * @param worlds the kinds that will do, the best first; empty for the best that a variant has
 */
public record Crews(WorkerJvm jvm, OptionalInt workers, List<WorldKind> worlds) {
  /**
   * Each worker compiles its code for itself. So a processor for each pays only after a while:
   * measured on two, with Jedis in simulated worlds, after 100 s.
   */
  private static final Duration EACH_FROM = Duration.ofSeconds(100);

  private static final long EACH_FROM_CASES = 1_000_000;

  /** Up to here, code that is compiled quickly runs more cases than code that is compiled well. */
  private static final Duration BRIEF_BELOW = Duration.ofSeconds(15);

  private static final long BRIEF_BELOW_CASES = 50_000;

  public Crews {
    worlds = List.copyOf(worlds);
  }

  /** How many work on a target, with its share of the budget. */
  int workersFor(Budget share) {
    boolean each =
        switch (share) {
          case Budget.Time(Duration duration) -> duration.compareTo(EACH_FROM) >= 0;
          case Budget.Cases(long cases) -> cases >= EACH_FROM_CASES;
          case Budget.All _ -> true;
        };
    return workers.orElseGet(() -> each ? Runtime.getRuntime().availableProcessors() : 1);
  }

  static WorkerJvm.Life lifeFor(Budget share) {
    boolean brief =
        switch (share) {
          case Budget.Time(Duration duration) -> duration.compareTo(BRIEF_BELOW) < 0;
          case Budget.Cases(long cases) -> cases < BRIEF_BELOW_CASES;
          case Budget.All _ -> false;
        };
    return brief ? WorkerJvm.Life.BRIEF : WorkerJvm.Life.LONG;
  }

  Worker<FuzzOrder, FuzzAnswer> begin(
      Cores cores, WorkerJvm.Life life, Worker.Listener<FuzzAnswer> listener) {
    return Worker.start(jvm, cores, life, FuzzWorker.orders(), FuzzWorker.answers(), listener);
  }
}
