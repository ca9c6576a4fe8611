package dev.crosstalk.bench;

import dev.crosstalk.campaign.CaseDefect;
import dev.crosstalk.campaign.Progress;
import dev.crosstalk.campaign.RepeatedCase;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.SessionKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Times cases in one lab. Without a result where something of ours failed. */
final class CaseTiming {
  /** Calls of the cases by which growth is measured. */
  private static final List<Integer> LENGTHS = List.of(10, 100, 400);

  /** A world that never gets on is given up so long after its time is over. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Lab lab;
  private final Ground ground;
  private final CpuClock cpu;
  private Optional<CaseDefect> defect = Optional.empty();

  CaseTiming(Lab lab, Ground ground, CpuClock cpu) {
    this.lab = lab;
    this.ground = ground;
    this.cpu = cpu;
  }

  private record Timed(Speed speed, Progress progress) {}

  Optional<CaseRow> ofLanes(int lanes, Duration warmUp, Duration measured)
      throws InterruptedException {
    return time(BenchCases.ofLanes(lanes, session()), warmUp, measured)
        .map(
            timed ->
                new CaseRow(
                    lab.target().name(),
                    ground.label(),
                    lanes,
                    timed.speed(),
                    timed.progress().cases(),
                    timed.progress().timeouts()
                        - timed.progress().cases() * BenchCases.timeouts(session()),
                    timed.progress().discarded(),
                    timed.progress().violating(),
                    timed.progress().lost()));
  }

  /** The lengths share the time that another row has for itself. */
  Optional<GrowthRow> growth(Duration warmUp, Duration measured) throws InterruptedException {
    var points = new ArrayList<GrowthRow.Point>();
    for (int calls : LENGTHS) {
      Optional<Timed> timed =
          time(
              BenchCases.ofLength(calls, session()),
              warmUp.dividedBy(LENGTHS.size()),
              measured.dividedBy(LENGTHS.size()));
      if (timed.isEmpty()) {
        return Optional.empty();
      }
      points.add(new GrowthRow.Point(calls, timed.get().speed()));
    }
    return Optional.of(new GrowthRow(lab.target().name(), ground.label(), points));
  }

  private Optional<Timed> time(Scenario scenario, Duration warmUp, Duration measured)
      throws InterruptedException {
    var repeated = new RepeatedCase(lab, scenario, warmUp.plus(measured).plus(GRACE));
    var meter = new Meter(System::nanoTime, cpu::nanos, warmUp, measured);
    Progress progress =
        repeated.run(
            soFar -> {
              meter.tick(soFar.cases());
              if (meter.isComplete()) {
                repeated.stop();
              }
            });
    defect = repeated.defect();
    return meter.isComplete() && repeated.defect().isEmpty()
        ? Optional.of(new Timed(meter.speed(), progress))
        : Optional.empty();
  }

  /** What went wrong where there is no result; empty where the world never got on. */
  Optional<CaseDefect> defect() {
    return defect;
  }

  private SessionKind session() {
    return lab.target().variant().session();
  }
}
