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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Times how long a campaign takes to shrink a failing case on a canary, simulated. */
final class ShrinkTiming {
  /** Nothing is ever saved there. */
  private static final Path NOWHERE = Path.of("unsaved.crosstalk");

  private static final int TIMES_MIN = 3;

  private final Duration warmUp;
  private final Duration measured;

  ShrinkTiming(Duration warmUp, Duration measured) {
    this.warmUp = warmUp;
    this.measured = measured;
  }

  /** The first canary that shows a crossed reply is timed. */
  Optional<ShrinkRow> run(List<Target> canaries, Ground ground) {
    return canaries.stream().flatMap(canary -> run(canary, ground).stream()).findFirst();
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
    while (true) {
      Investigation investigation = Investigation.of(lab, violation, "bench", NOWHERE);
      Optional<Finding> confirmed = investigation.confirm(scenario);
      if (confirmed.isEmpty()) {
        return Optional.empty();
      }
      long beganNanos = System.nanoTime();
      Finding shrunk = investigation.shrink(confirmed.get(), () -> false);
      if (isPast(startNanos, warmUp)) {
        millis.add((System.nanoTime() - beganNanos) / 1e6);
      }
      if (millis.size() >= TIMES_MIN && isPast(startNanos, warmUp.plus(measured))) {
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
  }

  private static boolean isPast(long startNanos, Duration duration) {
    return System.nanoTime() - startNanos >= duration.toNanos();
  }
}
