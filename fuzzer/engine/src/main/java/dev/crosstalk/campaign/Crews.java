package dev.crosstalk.campaign;

import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.worker.Cores;
import dev.crosstalk.worker.Worker;
import dev.crosstalk.worker.WorkerJvm;
import java.util.List;
import java.util.OptionalInt;

/**
 * How workers that fuzz are begun.
 *
 * @param jvm runs a {@link FuzzWorker}
 * @param workers how many run side by side; 1 or more
 * @param worlds the kinds that will do, the best first; empty for the best that a variant has
 */
public record Crews(WorkerJvm jvm, int workers, List<WorldKind> worlds) {

  public Crews {
    worlds = List.copyOf(worlds);
  }

  /** A processor for each. */
  List<OptionalInt> cores() {
    return Cores.forWorkers(workers);
  }

  Worker<FuzzOrder, FuzzAnswer> begin(OptionalInt core, Worker.Listener<FuzzAnswer> listener) {
    return Worker.start(jvm, core, FuzzWorker.orders(), FuzzWorker.answers(), listener);
  }
}
