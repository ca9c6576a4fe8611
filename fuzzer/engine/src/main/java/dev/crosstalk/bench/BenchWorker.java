package dev.crosstalk.bench;

import dev.crosstalk.campaign.CaseDefect;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.TargetReference;
import dev.crosstalk.lab.WorldUnavailableException;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.worker.Messages;
import dev.crosstalk.worker.Supervisor;
import java.util.Optional;
import java.util.function.Function;

/** Measures one thing, in a process that does nothing else. */
public final class BenchWorker {
  private final Function<TargetReference, Target> targets;
  private final Supervisor<BenchOrder, BenchAnswer> supervisor;
  private final CpuClock cpu = new CpuClock();

  /**
   * A worker of the process that started this one.
   *
   * @param targets loads what it is told of
   */
  public BenchWorker(Function<TargetReference, Target> targets) {
    this.targets = targets;
    this.supervisor =
        Supervisor.ofThisProcess(Messages.of(BenchOrder.class), Messages.of(BenchAnswer.class));
  }

  /** Does as it is told; once. */
  public void run() throws InterruptedException {
    BenchOrder.Measure order =
        switch (supervisor.next()) {
          case BenchOrder.Measure first -> first;
          case BenchOrder.Go early -> throw new IllegalStateException("told too early: " + early);
        };
    supervisor.tell(answer(order));
  }

  private BenchAnswer answer(BenchOrder.Measure order) throws InterruptedException {
    return switch (order.quantity()) {
      case RAW -> {
        awaitGo();
        yield new BenchAnswer.Raw(new RawLimitTiming(cpu, order.warmUp(), order.measured()).run());
      }
      case CASES, GROWTH -> timed(order, targets.apply(order.targets().getFirst()));
      case SHRINKING -> {
        awaitGo();
        yield new BenchAnswer.Shrinking(
            new ShrinkTiming(order.warmUp(), order.measured())
                .run(order.targets().stream().map(targets).toList(), order.ground()));
      }
    };
  }

  private BenchAnswer timed(BenchOrder.Measure order, Target target) throws InterruptedException {
    Ground ground = order.ground();
    try (Worlds worlds = ground.open();
        Lab lab = worlds.lab(target)) {
      awaitGo();
      var timing = new CaseTiming(lab, ground, cpu);
      Optional<BenchAnswer> answer =
          order.quantity() == BenchOrder.Quantity.CASES
              ? timing
                  .ofLanes(order.lanes(), order.warmUp(), order.measured())
                  .map(BenchAnswer.Cases::new)
              : timing.growth(order.warmUp(), order.measured()).map(BenchAnswer.Growth::new);
      return answer.or(() -> timing.defect().map(BenchAnswer.Defect::new)).orElseThrow();
    } catch (WorldUnavailableException unavailable) {
      return new BenchAnswer.Skipped(unavailable.getMessage());
    } catch (RuntimeException | Error ours) {
      return new BenchAnswer.Defect(new CaseDefect(target.name(), ground.label(), ours));
    }
  }

  /** All begin at once, so that each has the others beside it all the time. */
  private void awaitGo() {
    supervisor.tell(new BenchAnswer.Ready());
    switch (supervisor.next()) {
      case BenchOrder.Go _ -> {}
      case BenchOrder.Measure again -> throw new IllegalStateException("told twice: " + again);
    }
  }
}
