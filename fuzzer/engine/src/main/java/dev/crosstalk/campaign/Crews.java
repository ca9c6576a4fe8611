package dev.crosstalk.campaign;

import dev.crosstalk.worker.Cores;
import dev.crosstalk.worker.Messages;
import dev.crosstalk.worker.Worker;
import dev.crosstalk.worker.WorkerJvm;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Begins workers that fuzz. */
public final class Crews implements AutoCloseable {
  /**
   * Each worker compiles its code for itself. So a processor for each pays only after a while:
   * measured on two, with Jedis in simulated worlds, after 100 s.
   */
  private static final Duration EACH_FROM = Duration.ofSeconds(100);

  private static final long EACH_FROM_CASES = 1_000_000;

  /** Up to here, code that is compiled quickly runs more cases than code that is compiled well. */
  private static final Duration BRIEF_BELOW = Duration.ofSeconds(15);

  private static final long BRIEF_BELOW_CASES = 50_000;

  private static final Messages<FuzzOrder> ORDERS = FuzzWorker.orders();
  private static final Messages<FuzzAnswer> ANSWERS = FuzzWorker.answers();

  /** A worker that waits to be told what to do. */
  private record Spare(Cores cores, WorkerJvm.Life life, Worker<FuzzOrder, FuzzAnswer> worker) {}

  private final WorkerJvm jvm;
  private final OptionalInt workers;
  private Optional<Spare> spare = Optional.empty();

  /**
   * Crews of one kind of worker.
   *
   * @param jvm runs a {@link FuzzWorker}
   * @param workers how many run side by side; empty for as many as pay
   */
  public Crews(WorkerJvm jvm, OptionalInt workers) {
    this.jvm = jvm;
    this.workers = workers;
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

  /**
   * Starts a first worker for what is to come, if that will be brief: until it is told what to do,
   * it loads what it needs.
   *
   * @param share a target's
   */
  public synchronized void prepare(Budget share) {
    WorkerJvm.Life life = lifeFor(share);
    if (life == WorkerJvm.Life.BRIEF && spare.isEmpty()) {
      Cores cores = Cores.among(workersFor(share)).getFirst();
      spare = Optional.of(new Spare(cores, life, start(cores, life)));
    }
  }

  /** A worker that was told nothing yet. */
  synchronized Worker<FuzzOrder, FuzzAnswer> take(Cores cores, WorkerJvm.Life life) {
    Optional<Spare> fitting = spare.filter(it -> it.cores().equals(cores) && it.life() == life);
    if (fitting.isPresent()) {
      spare = Optional.empty();
    }
    return fitting.map(Spare::worker).orElseGet(() -> start(cores, life));
  }

  private Worker<FuzzOrder, FuzzAnswer> start(Cores cores, WorkerJvm.Life life) {
    return Worker.start(jvm, cores, life, ORDERS, ANSWERS);
  }

  /** Ends a worker that was never needed. */
  @Override
  public synchronized void close() {
    spare.ifPresent(it -> it.worker().kill());
    spare = Optional.empty();
  }
}
