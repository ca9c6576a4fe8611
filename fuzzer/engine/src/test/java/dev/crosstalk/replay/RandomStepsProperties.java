package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.generate.Scenarios;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.history.History;
import dev.crosstalk.resp.Corruption;
import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.resp.Landmark;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.scenario.StepText;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.world.tcp.RealWorld;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Every list of steps is valid. A case takes the time of its timeouts, so some run side by side as
 * in a campaign, and what fails is printed instead of shrunk.
 */
class RandomStepsProperties {
  private static final int TRIES = 3;
  private static final int SIDE_BY_SIDE = 12;

  @Provide
  Arbitrary<List<Scenario>> arbitrarySteps() {
    return Combinators.combine(Arbitraries.of(Protocol.values()), steps().list().ofMaxSize(12))
        .as((protocol, steps) -> new Scenario(settings(protocol), steps))
        .list()
        .ofSize(SIDE_BY_SIDE);
  }

  @Provide
  Arbitrary<List<Scenario>> generatedForBlocking() {
    return Scenarios.arbitrary(Vocabulary.of(ScriptedDriver.PLAIN)).list().ofSize(SIDE_BY_SIDE);
  }

  @Provide
  Arbitrary<List<Scenario>> generatedForAsync() {
    return Scenarios.arbitrary(Vocabulary.of(ScriptedDriver.ASYNC)).list().ofSize(SIDE_BY_SIDE);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void arbitraryStepsOfBlockingLanesAreValid(@ForAll("arbitrarySteps") List<Scenario> all)
      throws Exception {
    replay(ScriptedDriver.PLAIN, all);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void arbitraryStepsOfAsyncLanesAreValid(@ForAll("arbitrarySteps") List<Scenario> all)
      throws Exception {
    replay(ScriptedDriver.ASYNC, all);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void generatedStepsOfBlockingLanesAreValid(@ForAll("generatedForBlocking") List<Scenario> all)
      throws Exception {
    replay(ScriptedDriver.PLAIN, all);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void generatedStepsOfAsyncLanesAreValid(@ForAll("generatedForAsync") List<Scenario> all)
      throws Exception {
    replay(ScriptedDriver.ASYNC, all);
  }

  private static void replay(Variant variant, List<Scenario> scenarios) throws Exception {
    try (var world = new RealWorld();
        var threads = Executors.newFixedThreadPool(scenarios.size())) {
      List<Callable<History>> cases =
          scenarios.stream().map(one -> replay(variant, one, world)).toList();
      for (Future<History> ended : threads.invokeAll(cases)) {
        ended.get();
      }
    }
  }

  private static Callable<History> replay(Variant variant, Scenario scenario, RealWorld world) {
    return () -> {
      var driver = new ScriptedDriver();
      List<String> texts = scenario.steps().stream().map(StepText::of).toList();
      try {
        History history = Replay.run(driver.subject(variant), driver, scenario, world);
        assertThat(history.steps()).hasSize(texts.size() + 1);
        assertThat(history.steps().subList(0, texts.size()))
            .extracting(step -> step.text())
            .isEqualTo(texts);
        assertThat(history.calls()).filteredOn(call -> call.completions().size() > 1).isEmpty();
        return history;
      } catch (RuntimeException | AssertionError wrong) {
        throw new AssertionError(String.join("\n", texts), wrong);
      }
    };
  }

  private static ScenarioSettings settings(Protocol protocol) {
    var plain = ScenarioSettings.PLAIN;
    return new ScenarioSettings(
        protocol,
        plain.timeout(),
        2,
        plain.database(),
        plain.credentials(),
        plain.poolSize(),
        plain.reconnectDelay());
  }

  private static Arbitrary<Step> steps() {
    Arbitrary<Lane> lanes = Arbitraries.of(Lane.at(0), Lane.at(1));
    Arbitrary<Label> labels = Arbitraries.of("A1", "A2", "A3", "B1", "B2").map(Label::parse);
    Arbitrary<Cut> cuts =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 30).map(Cut.After::new),
            Arbitraries.integers().between(0, 30).map(Cut.BeforeEnd::new),
            Combinators.combine(
                    Arbitraries.of(Landmark.values()), Arbitraries.integers().between(1, 3))
                .as(Cut.At::new));
    Arbitrary<Step> starts =
        Combinators.combine(labels, Arbitraries.of(ScriptedDriver.COMMANDS))
            .as((label, name) -> new Step.Start(label, command(name, "k" + label), false));
    Arbitrary<Step> others =
        Arbitraries.oneOf(
            labels.map(Step.Await::new),
            labels.map(label -> new Step.Cancel(label, false)),
            labels.map(label -> new Step.GiveUp(label, false)),
            Combinators.combine(labels, Arbitraries.of(CallersWord.values()))
                .as((label, word) -> new Step.Complete(label, word, false)),
            lanes.map(lane -> new Step.Interrupt(lane, false)),
            lanes.map(lane -> new Step.WalkAway(lane, false)),
            lanes.map(lane -> new Step.CloseClient(lane, false)),
            Arbitraries.of(new Step.Expire(), new Step.Tick()),
            lanes.map(lane -> new Step.GiveBack(lane, false)),
            Combinators.combine(labels, Arbitraries.of(ErrorCode.values())).as(Step.Answer::new),
            labels.map(Step.Hold::new),
            Combinators.combine(labels, Arbitraries.integers().between(1, 30))
                .as((label, bytes) -> new Step.Deliver(label, bytes, false)),
            Combinators.combine(labels, cuts, Arbitraries.of(Ending.values()).optional())
                .as((label, cut, then) -> new Step.Tear(label, cut, then, false)),
            labels.map(label -> new Step.Release(label, false)),
            Combinators.combine(lanes, Arbitraries.of(Ending.values()))
                .as((lane, how) -> new Step.End(lane, how, false)),
            Combinators.combine(labels, Arbitraries.of(Corruption.values())).as(Step.Corrupt::new),
            Arbitraries.of(
                new Step.Stall(),
                new Step.Refuse(),
                new Step.LoseNext(),
                new Step.DelayAccept(),
                new Step.Accept(false)),
            lanes.map(lane -> new Step.Lose(lane, false)),
            lanes.map(lane -> new Step.HalfClose(lane, false)),
            lanes.map(lane -> new Step.StopReading(lane, false)),
            lanes.map(lane -> new Step.ReadAgain(lane, false)),
            Arbitraries.of(Ending.values()).map(how -> new Step.Restart(how, false)),
            lanes.map(lane -> new Step.Push(lane, false)),
            labels.map(label -> new Step.Publish(label, "c", "", false)));
    return Combinators.combine(Arbitraries.oneOf(starts, others), Arbitraries.of(true, false))
        .as(Step::atOnce);
  }

  private static Command command(String name, String key) {
    return switch (name) {
      case "SET" -> Command.of(name, key, "v");
      case "LRANGE" -> Command.of(name, key, "0", "-1");
      case "PING" -> Command.of(name);
      case "CLIENT TRACKING" -> Command.of(name, "ON");
      default -> Command.of(name, key);
    };
  }
}
