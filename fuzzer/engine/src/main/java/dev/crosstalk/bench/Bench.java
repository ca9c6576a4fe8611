package dev.crosstalk.bench;

import dev.crosstalk.campaign.CaseDefect;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.WorldUnavailableException;
import dev.crosstalk.lab.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures row after row, the machine's own limit first. */
public final class Bench {
  private static final Duration RAW_WARM_UP = Duration.ofMillis(500);
  private static final Duration RAW_MEASURED = Duration.ofSeconds(2);

  private final BenchPlan plan;
  private final BenchListener listener;
  private final MachineReader machine = new MachineReader(Path.of("/proc"));
  private final CpuClock cpu = new CpuClock();
  private final List<CaseRow> cases = new ArrayList<>();
  private final List<GrowthRow> growth = new ArrayList<>();
  private volatile boolean stopped;

  public Bench(BenchPlan plan, BenchListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  /** Measures all of the plan, or until {@link #stop}; once. */
  public BenchReport run() throws InterruptedException {
    RawLimit raw = new RawLimitTiming(cpu, RAW_WARM_UP, RAW_MEASURED).run();
    listener.measured(raw);
    for (Target target : plan.targets()) {
      List<Ground> grounds = plan.groundsOf(target);
      for (Ground ground : grounds) {
        time(target, ground, ground.equals(grounds.getFirst()));
      }
    }
    Optional<ShrinkRow> shrink = new ShrinkTiming(plan, () -> stopped).run();
    shrink.ifPresent(listener::measured);
    return new BenchReport(
        machine.read(), plan.warmUp(), plan.measured(), raw, cases, growth, shrink);
  }

  /** Lets {@link #run} come back soon, with the rows that are complete; from any thread. */
  public void stop() {
    stopped = true;
  }

  public boolean isStopped() {
    return stopped;
  }

  private void time(Target target, Ground ground, boolean growing) throws InterruptedException {
    if (stopped) {
      return;
    }
    try (Worlds worlds = ground.open();
        Lab lab = worlds.lab(target)) {
      time(new CaseTiming(lab, ground, cpu, listener::defect, () -> stopped), growing);
    } catch (WorldUnavailableException unavailable) {
      listener.skipped(target.name(), unavailable.getMessage());
    } catch (RuntimeException | Error ours) {
      listener.defect(new CaseDefect(target.name(), ground.label(), ours));
    }
  }

  private void time(CaseTiming timing, boolean growing) throws InterruptedException {
    for (int lanes : plan.lanes()) {
      Optional<CaseRow> row = timing.ofLanes(lanes, plan.warmUp(), plan.measured());
      row.ifPresent(cases::add);
      row.ifPresent(listener::measured);
    }
    if (growing) {
      Optional<GrowthRow> row = timing.growth(plan.warmUp(), plan.measured());
      row.ifPresent(growth::add);
      row.ifPresent(listener::measured);
    }
  }
}
