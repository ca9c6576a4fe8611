package dev.crosstalk.bench;

import dev.crosstalk.bench.BenchOrder.Measure;
import dev.crosstalk.bench.BenchOrder.Quantity;
import dev.crosstalk.campaign.CaseDefect;
import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.TargetReference;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.worker.WorkerJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Measures row after row, the machine's own limit first: each in worker processes of its own, as
 * campaigns run their cases, one for each processor.
 */
public final class Bench {
  private static final Duration RAW_WARM_UP = Duration.ofSeconds(1);
  private static final Duration RAW_MEASURED = Duration.ofSeconds(2);

  private final BenchPlan plan;
  private final WorkerJvm jvm;
  private final BenchListener listener;
  private final MachineReader machine = new MachineReader(Path.of("/proc"));
  private final List<CaseRow> cases = new ArrayList<>();
  private final List<GrowthRow> growth = new ArrayList<>();
  private Optional<RawLimit> raw = Optional.empty();
  private Optional<ShrinkRow> shrink = Optional.empty();
  private Optional<BenchCrew> atWork = Optional.empty();
  private boolean stopped;

  /**
   * A bench.
   *
   * @param jvm runs a {@link BenchWorker}
   */
  public Bench(BenchPlan plan, WorkerJvm jvm, BenchListener listener) {
    this.plan = plan;
    this.jvm = jvm;
    this.listener = listener;
  }

  /**
   * Measures all of the plan, or until {@link #stop}; once.
   *
   * @return empty when not even the machine's limit was measured
   */
  public Optional<BenchReport> run() throws InterruptedException {
    measure(raw());
    for (Target target : plan.targets()) {
      List<Ground> grounds = plan.groundsOf(target);
      for (Ground ground : grounds) {
        for (int lanes : plan.lanes()) {
          measure(order(Quantity.CASES, List.of(target), ground, lanes));
        }
        if (ground.equals(grounds.getFirst())) {
          measure(order(Quantity.GROWTH, List.of(target), ground, 0));
        }
      }
    }
    List<Target> canaries =
        plan.canaries().stream()
            .filter(canary -> canary.variant().runsIn(WorldKind.SIMULATED))
            .toList();
    if (!canaries.isEmpty() && plan.worlds().contains(WorldKind.SIMULATED)) {
      var simulated = new Ground(WorldKind.SIMULATED, plan.rewritings().getFirst());
      measure(order(Quantity.SHRINKING, canaries, simulated, 0));
    }
    return raw.map(
        limit ->
            new BenchReport(
                machine.read(plan.workers()),
                plan.workers(),
                plan.warmUp(),
                plan.measured(),
                limit,
                cases,
                growth,
                shrink));
  }

  /** Lets {@link #run} come back soon, with the rows that are complete; from any thread. */
  public synchronized void stop() {
    stopped = true;
    atWork.ifPresent(BenchCrew::stop);
  }

  public synchronized boolean isStopped() {
    return stopped;
  }

  private static Measure raw() {
    return new Measure(
        Quantity.RAW,
        List.of(),
        WorldKind.REAL,
        Rewriting.WORLD_MONITORS,
        0,
        RAW_WARM_UP.toMillis(),
        RAW_MEASURED.toMillis());
  }

  private Measure order(Quantity quantity, List<Target> targets, Ground ground, int lanes) {
    return new Measure(
        quantity,
        targets.stream().map(Target::reference).toList(),
        ground.world(),
        ground.rewriting(),
        lanes,
        plan.warmUp().toMillis(),
        plan.measured().toMillis());
  }

  private synchronized Optional<BenchCrew> crew(Measure order) {
    atWork = stopped ? Optional.empty() : Optional.of(new BenchCrew(jvm, order));
    return atWork;
  }

  private void measure(Measure order) throws InterruptedException {
    Optional<BenchCrew> crew = crew(order);
    if (crew.isPresent()) {
      // One thing is shrunk at a time.
      int workers = order.quantity() == Quantity.SHRINKING ? 1 : plan.workers();
      try {
        take(order, crew.get().run(workers));
      } catch (BenchCrew.DiedException dead) {
        listener.defect(
            new CaseDefect(names(order), order.ground().label(), dead.getMessage(), ""));
      }
    }
  }

  private static String names(Measure order) {
    return order.targets().stream().map(TargetReference::name).collect(Collectors.joining(", "));
  }

  /** The workers of a crew measure the same; what one cannot is no row. */
  private void take(Measure order, List<BenchAnswer> answers) {
    var limits = new ArrayList<RawLimit>();
    var rows = new ArrayList<CaseRow>();
    var growths = new ArrayList<GrowthRow>();
    for (BenchAnswer answer : answers) {
      switch (answer) {
        case BenchAnswer.Ready _ -> throw new IllegalStateException("ready is no result");
        case BenchAnswer.Raw(RawLimit limit) -> limits.add(limit);
        case BenchAnswer.Cases(CaseRow row) -> rows.add(row);
        case BenchAnswer.Growth(GrowthRow row) -> growths.add(row);
        case BenchAnswer.Shrinking(Optional<ShrinkRow> row) -> {
          shrink = row;
          row.ifPresent(listener::measured);
        }
        case BenchAnswer.Skipped(String why) -> {
          listener.skipped(order.targets().getFirst().name(), why);
          return;
        }
        case BenchAnswer.Defect(CaseDefect defect) -> {
          listener.defect(defect);
          return;
        }
      }
    }
    if (!limits.isEmpty()) {
      raw = Optional.of(Together.limits(limits));
      listener.measured(raw.get());
    }
    if (!rows.isEmpty()) {
      cases.add(Together.cases(rows));
      listener.measured(cases.getLast());
    }
    if (!growths.isEmpty()) {
      growth.add(Together.growth(growths));
      listener.measured(growth.getLast());
    }
  }
}
