package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Candidates with one step said more plainly: settled, of a plain command, cut in a plain place.
 */
final class PlainerSteps {

  private PlainerSteps() {}

  static List<Scenario> candidates(Scenario scenario) {
    var candidates = new ArrayList<Scenario>();
    for (int i = 0; i < scenario.steps().size(); i++) {
      for (Step plainer : plainer(scenario.steps().get(i))) {
        var steps = new ArrayList<>(scenario.steps());
        steps.set(i, plainer);
        candidates.add(scenario.withSteps(steps));
      }
    }
    return candidates;
  }

  private static List<Step> plainer(Step step) {
    var plainer = new ArrayList<Step>();
    if (step.atOnce()) {
      plainer.add(step.atOnce(false));
    }
    switch (step) {
      case Step.Start start -> commands(start).forEach(plainer::add);
      case Step.Tear tear -> cuts(tear).forEach(plainer::add);
      case Step.End end when end.how() == Ending.RESET ->
          plainer.add(new Step.End(end.lane(), Ending.CLOSE, end.atOnce()));
      case Step.Restart restart when restart.how() == Ending.RESET ->
          plainer.add(new Step.Restart(Ending.CLOSE, restart.atOnce()));
      case Step.Complete complete when complete.with() == CallersWord.DEFAULT ->
          plainer.add(new Step.Complete(complete.label(), CallersWord.TIMEOUT, complete.atOnce()));
      case Step.Push push when push.key().isPresent() ->
          plainer.add(new Step.Push(push.lane(), push.atOnce()));
      case Step.Publish publish when !publish.body().isEmpty() -> {
        boolean fails = publish.body().contains(UserCode.LISTENER_FAILS);
        String plain = fails ? UserCode.LISTENER_FAILS : "";
        if (!publish.body().equals(plain)) {
          plainer.add(
              new Step.Publish(publish.label(), publish.channel(), plain, publish.atOnce()));
        }
      }
      case Step.Deliver deliver when deliver.bytes() > 1 -> {
        plainer.add(new Step.Deliver(deliver.label(), 1, deliver.atOnce()));
        if (deliver.bytes() > 3) {
          plainer.add(new Step.Deliver(deliver.label(), deliver.bytes() / 2, deliver.atOnce()));
        }
      }
      default -> {
        // Nothing plainer to say.
      }
    }
    return plainer;
  }

  /**
   * GET is the plainest command; a key that only names its call, with no mark, the plainest key.
   */
  private static List<Step> commands(Step.Start start) {
    Command command = start.command();
    String key = "k" + start.label();
    String plainKey = key + UserCode.marksIn(String.join("", command.arguments()));
    var commands = new ArrayList<Command>();
    if (UserCode.isIn(command)) {
      commands.add(Command.of("GET", key));
      commands.add(
          new Command(
              command.name(), command.arguments().stream().map(UserCode::withoutMarks).toList()));
    }
    commands.add(Command.of("GET", plainKey));
    if (!command.arguments().isEmpty() && !command.name().contains(" ")) {
      var arguments = new ArrayList<>(command.arguments());
      arguments.set(0, plainKey);
      commands.add(new Command(command.name(), arguments));
    }
    boolean isPlainest = command.equals(commands.get(0));
    return isPlainest
        ? List.of()
        : commands.stream()
            .distinct()
            .filter(other -> !other.equals(command))
            .map(other -> (Step) new Step.Start(start.label(), other, start.atOnce()))
            .toList();
  }

  private static List<Step> cuts(Step.Tear tear) {
    var tears = new ArrayList<Step>();
    if (!tear.cut().equals(new Cut.BeforeEnd(1))) {
      tears.add(new Step.Tear(tear.label(), new Cut.BeforeEnd(1), tear.then(), tear.atOnce()));
      if (!tear.cut().equals(new Cut.After(1))) {
        tears.add(new Step.Tear(tear.label(), new Cut.After(1), tear.then(), tear.atOnce()));
      }
    }
    if (tear.then().equals(Optional.of(Ending.RESET))) {
      tears.add(new Step.Tear(tear.label(), tear.cut(), Optional.of(Ending.CLOSE), tear.atOnce()));
    }
    return tears;
  }
}
