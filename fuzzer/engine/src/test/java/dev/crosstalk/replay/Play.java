package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.Completion;
import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioReader;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.world.tcp.RealWorld;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A scenario as it was played by a scripted driver in the real world, and what came of it. */
record Play(History history, ScriptedDriver driver) {
  /** More than a scripted driver has. */
  private static final Set<String> READABLE =
      Stream.concat(
              ScriptedDriver.COMMANDS.stream(),
              Stream.of(
                  "HGETALL", "EVAL", "EVALSHA", "EXECUTE", "MULTI", "EXEC", "DISCARD", "SUBSCRIBE"))
          .collect(Collectors.toSet());

  private static final int TRIES_MAX = 20;
  private static final RealWorld WORLD = new RealWorld();
  private static final ScenarioReader READER = new ScenarioReader(READABLE);

  /** Under RESP2, with settings that matter to nobody. */
  static Play of(Variant variant, String... lines) {
    return of(variant, ScriptedDriver::new, "protocol=2", lines);
  }

  static Play resp3(Variant variant, String... lines) {
    return of(variant, ScriptedDriver::new, "protocol=3", lines);
  }

  /**
   * Plays until the machine was quick enough for every step to settle, as a campaign plays a case
   * again that time has disturbed. Bounded, so that a step that never settles fails.
   */
  static Play of(
      Variant variant, Supplier<ScriptedDriver> drivers, String settings, String... lines) {
    Scenario scenario = scenario(settings, lines);
    Play play = once(variant, drivers.get(), scenario);
    for (int more = 1; more < TRIES_MAX && !play.isClean(); more++) {
      play = once(variant, drivers.get(), scenario);
    }
    assertThat(play.isClean()).as("%s", play.history.steps()).isTrue();
    return play;
  }

  /** Plays once, whatever comes. */
  static Play once(Variant variant, ScriptedDriver driver, Scenario scenario) {
    return new Play(Replay.run(driver.subject(variant), driver, scenario, WORLD), driver);
  }

  static Scenario scenario(String settings, String... lines) {
    return READER
        .read(
            "test", "crosstalk 1\ntitle t\nsettings " + settings + "\n" + String.join("\n", lines))
        .scenario();
  }

  private boolean isClean() {
    return history.disturbances().isEmpty()
        && history.steps().stream().noneMatch(step -> step.fate() == Fate.UNSETTLED);
  }

  /** What a call came to; fails unless it ended exactly once. */
  Outcome outcome(String label) {
    List<Completion> completions = history.call(label).orElseThrow().completions();
    assertThat(completions).as(label).hasSize(1);
    return completions.getFirst().outcome();
  }

  /** The step under way when a call ended; the number of steps while healing. */
  int endedIn(String label) {
    outcome(label);
    return history.call(label).orElseThrow().completions().getFirst().step();
  }

  /** The text a call was answered with. */
  String answer(String label) {
    assertThat(outcome(label)).isInstanceOf(Outcome.Ok.class);
    return ((Value.Text) ((Outcome.Ok) outcome(label)).value()).text();
  }

  Fate fate(int step) {
    return history.steps().get(step).fate();
  }

  String note(int step) {
    return history.steps().get(step).note();
  }

  /** Indexes of the steps that did nothing. */
  List<Integer> idleSteps() {
    return IntStream.range(0, history.steps().size())
        .filter(i -> history.steps().get(i).fate() == Fate.NOTHING)
        .boxed()
        .toList();
  }

  /** What the driver met on a connection. */
  List<String> met(int connection) {
    return driver.diary.on(connection);
  }

  StepHistory healing() {
    return history.steps().getLast();
  }
}
