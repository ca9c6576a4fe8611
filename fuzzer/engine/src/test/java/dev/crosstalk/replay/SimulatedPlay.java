package dev.crosstalk.replay;

import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.Subject;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.world.simulated.SimulatedWorld;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Scenarios as they are played in one simulated world, one after the other. */
final class SimulatedPlay implements AutoCloseable {
  private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

  final SimulatedWorld world = new SimulatedWorld("simulated-play");

  History play(Variant variant, Scenario scenario) {
    return play(variant, new SampleDriver(), scenario);
  }

  History play(Variant variant, Driver driver, Scenario scenario) {
    var subject = new Subject("sample", "1.0", Kind.CANARY, variant);
    try {
      return world.call(() -> Replay.run(subject, driver, scenario, world), BACK_WITHIN);
    } catch (ExecutionException | TimeoutException | InterruptedException failed) {
      throw new AssertionError(world.whereItIs(), failed);
    }
  }

  /** The labels of the scenario's calls, in the order in which the server executed them. */
  static List<String> executed(History history) {
    return history.executions().stream()
        .map(Execution::label)
        .flatMap(label -> label.stream())
        .filter(label -> !label.contains(":"))
        .toList();
  }

  static Outcome outcome(History history, String label) {
    return history.call(label).orElseThrow().completions().getFirst().outcome();
  }

  @Override
  public void close() {
    world.close();
  }
}
