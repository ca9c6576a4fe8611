package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The candidate with lanes named from A and calls numbered from 1 in the order in which they turn
 * up, and their names changed in their arguments, too: {@code C12 GET kC12} becomes {@code A1 GET
 * kA1}.
 */
final class PlainerLabels {
  private final Map<Lane, Lane> lanes = new HashMap<>();
  private final Map<Label, Label> labels = new HashMap<>();
  private final Map<Lane, Integer> numbers = new HashMap<>();

  /** Their letters say that they are nobody's calls. */
  private final Set<Label> messages = new HashSet<>();

  private PlainerLabels(Scenario scenario) {
    for (Step step : scenario.steps()) {
      if (step instanceof Step.Publish publish) {
        messages.add(publish.label());
      }
    }
  }

  static List<Scenario> candidates(Scenario scenario) {
    var plainer = new PlainerLabels(scenario);
    var steps = new ArrayList<Step>();
    scenario.steps().forEach(step -> steps.add(plainer.renamed(step)));
    return steps.equals(scenario.steps()) ? List.of() : List.of(scenario.withSteps(steps));
  }

  private Lane renamed(Lane lane) {
    return lanes.computeIfAbsent(lane, unknown -> Lane.at(lanes.size()));
  }

  private Label renamed(Label label) {
    Lane lane = messages.contains(label) ? label.lane() : renamed(label.lane());
    return labels.computeIfAbsent(
        label, unknown -> new Label(lane, numbers.merge(lane, 1, Integer::sum)));
  }

  private Step renamed(Step step) {
    return switch (step) {
      case Step.Start(Label label, Command command, boolean atOnce) -> {
        Label other = renamed(label);
        yield new Step.Start(other, renamed(command, label, other), atOnce);
      }
      case Step.Await(Label label) -> new Step.Await(renamed(label));
      case Step.Cancel(Label label, boolean atOnce) -> new Step.Cancel(renamed(label), atOnce);
      case Step.GiveUp(Label label, boolean atOnce) -> new Step.GiveUp(renamed(label), atOnce);
      case Step.Complete(Label label, var with, boolean atOnce) ->
          new Step.Complete(renamed(label), with, atOnce);
      case Step.Interrupt(Lane lane, boolean atOnce) -> new Step.Interrupt(renamed(lane), atOnce);
      case Step.WalkAway(Lane lane, boolean atOnce) -> new Step.WalkAway(renamed(lane), atOnce);
      case Step.CloseClient(Lane lane, boolean atOnce) ->
          new Step.CloseClient(renamed(lane), atOnce);
      case Step.GiveBack(Lane lane, boolean atOnce) -> new Step.GiveBack(renamed(lane), atOnce);
      case Step.Expire expire -> expire;
      case Step.Tick tick -> tick;
      case Step.Choose choose -> choose;
      case Step.Hold(Label label) -> new Step.Hold(renamed(label));
      case Step.Deliver(Label label, int bytes, boolean atOnce) ->
          new Step.Deliver(renamed(label), bytes, atOnce);
      case Step.Tear(Label label, var cut, var then, boolean atOnce) ->
          new Step.Tear(renamed(label), cut, then, atOnce);
      case Step.Release(Label label, boolean atOnce) -> new Step.Release(renamed(label), atOnce);
      case Step.Answer(Label label, var error) -> new Step.Answer(renamed(label), error);
      case Step.End(Lane lane, var how, boolean atOnce) -> new Step.End(renamed(lane), how, atOnce);
      case Step.Stall stall -> stall;
      case Step.Refuse refuse -> refuse;
      case Step.Corrupt(Label label, var how) -> new Step.Corrupt(renamed(label), how);
      case Step.Lose(Lane lane, boolean atOnce) -> new Step.Lose(renamed(lane), atOnce);
      case Step.LoseNext next -> next;
      case Step.HalfClose(Lane lane, boolean atOnce) -> new Step.HalfClose(renamed(lane), atOnce);
      case Step.StopReading(Lane lane, boolean atOnce) ->
          new Step.StopReading(renamed(lane), atOnce);
      case Step.ReadAgain(Lane lane, boolean atOnce) -> new Step.ReadAgain(renamed(lane), atOnce);
      case Step.DelayAccept delay -> delay;
      case Step.Accept accept -> accept;
      case Step.Restart restart -> restart;
      case Step.Push(Lane lane, var key, boolean atOnce) ->
          new Step.Push(renamed(lane), key, atOnce);
      case Step.Publish(Label label, var channel, var body, boolean atOnce) ->
          new Step.Publish(renamed(label), channel, body, atOnce);
    };
  }

  private static Command renamed(Command command, Label from, Label to) {
    return new Command(
        command.name(),
        command.arguments().stream()
            .map(argument -> argument.replace("k" + from, "k" + to))
            .toList());
  }
}
