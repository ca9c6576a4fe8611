package dev.crosstalk.bench;

import dev.crosstalk.campaign.Finding;
import dev.crosstalk.campaign.Investigation;
import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Times how long a campaign takes to shrink a failing case on a canary, simulated. */
final class ShrinkTiming {
  /** Nothing is ever saved there. */
  private static final Path NOWHERE = Path.of("unsaved.crosstalk");

  private static final int TIMES_MIN = 3;

  private final BenchPlan plan;
  private final BooleanSupplier stopped;

  ShrinkTiming(BenchPlan plan, BooleanSupplier stopped) {
    this.plan = plan;
    this.stopped = stopped;
  }

  /** The first canary that shows a crossed reply is timed. */
  Optional<ShrinkRow> run() {
    for (Target canary : plan.canaries()) {
      for (Ground ground : plan.groundsOf(canary)) {
        if (ground.world() == WorldKind.SIMULATED && !stopped.getAsBoolean()) {
          Optional<ShrinkRow> row = run(canary, ground);
          if (row.isPresent()) {
            return row;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ShrinkRow> run(Target canary, Ground ground) {
    Scenario scenario = BenchCases.toShrink();
    try (Worlds worlds = ground.open();
        Lab lab = worlds.lab(canary)) {
      List<Violation> violations = Rehearsal.run(lab, scenario, 1).getFirst().violations();
      if (violations.isEmpty() || violations.getFirst().family() != Family.CROSSED) {
        return Optional.empty();
      }
      return timed(lab, ground, scenario, violations.getFirst());
    }
  }

  private Optional<ShrinkRow> timed(
      Lab lab, Ground ground, Scenario scenario, Violation violation) {
    long startNanos = System.nanoTime();
    var millis = new ArrayList<Double>();
    while (!stopped.getAsBoolean()) {
      Investigation investigation = Investigation.of(lab, violation, "bench", NOWHERE);
      Optional<Finding> confirmed = investigation.confirm(scenario);
      if (confirmed.isEmpty()) {
        return Optional.empty();
      }
      long beganNanos = System.nanoTime();
      Finding shrunk = investigation.shrink(confirmed.get(), stopped);
      if (isPast(startNanos, plan.warmUp())) {
        millis.add((System.nanoTime() - beganNanos) / 1e6);
      }
      if (millis.size() >= TIMES_MIN && isPast(startNanos, plan.warmUp().plus(plan.measured()))) {
        return Optional.of(
            new ShrinkRow(
                lab.target().name(),
                ground.label(),
                scenario.steps().size(),
                shrunk.scenario().scenario().steps().size(),
                shrunk.replays(),
                Speed.median(millis),
                millis.size()));
      }
    }
    return Optional.empty();
  }

  private static boolean isPast(long startNanos, Duration duration) {
    return System.nanoTime() - startNanos >= duration.toNanos();
  }
}
