package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A lane subscribes to channels and patterns; messages come, whole, torn or late, before, among and
 * behind replies; something happens to the connection or to the subscriptions; more messages come.
 */
final class SubscriptionFragment implements Fragment {
  /** All lanes have the same few, so that a message comes for several subscriptions. */
  private static final List<String> CHANNELS = List.of("c1", "c1", "c2", "c3", "c1\r\n+OK\r\n");

  private static final List<String> PATTERNS = List.of("c*", "c?", "*1", "c[12]", "c1");

  @Override
  public int weight() {
    return 120;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return vocabulary.subscribes();
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    for (int calls = draw.percent(75) ? 1 : 2; calls > 0; calls--) {
      Label label = started(steps, draw, lane, subscribing(draw, vocabulary));
      if (draw.percent(15)) {
        steps.add(StepDraw.fault(draw, label));
      }
      if (draw.percent(85)) {
        steps.add(StepDraw.await(lane, label));
      }
    }
    for (int i = draw.below(3); i > 0; i--) {
      started(steps, draw, lane, whileSubscribed(draw, vocabulary, lane));
    }
    for (int i = draw.between(1, 3); i > 0; i--) {
      message(steps, draw, lane);
    }
    if (draw.percent(60)) {
      disturb(steps, draw, vocabulary, lane);
    }
    if (draw.percent(50)) {
      Label label = started(steps, draw, lane, whileSubscribed(draw, vocabulary, lane));
      if (draw.percent(60)) {
        steps.add(StepDraw.await(lane, label));
      }
    }
    for (int i = draw.below(3); i > 0; i--) {
      message(steps, draw, lane);
    }
    if (vocabulary.blocking() && draw.percent(60)) {
      // Else the lane would listen for the rest of the case.
      started(steps, draw, lane, Command.of(Subscribing.UNSUBSCRIBE));
      if (draw.percent(50)) {
        started(steps, draw, lane, Command.of(Subscribing.PUNSUBSCRIBE));
      }
    }
    return steps;
  }

  private static Label started(List<Step> steps, Draw draw, LaneModel lane, Command command) {
    Label label = lane.start();
    steps.add(new Step.Start(label, command, draw.percent(30)));
    return label;
  }

  private static Command subscribing(Draw draw, Vocabulary vocabulary) {
    return draw.percent(30) && vocabulary.commands().contains(Subscribing.PSUBSCRIBE)
        ? new Command(Subscribing.PSUBSCRIBE, names(draw, PATTERNS))
        : new Command(Subscribing.SUBSCRIBE, names(draw, CHANNELS));
  }

  private static List<String> names(Draw draw, List<String> from) {
    var names = new ArrayList<String>();
    for (int i = draw.percent(50) ? 1 : draw.between(2, 3); i > 0; i--) {
      String name = draw.pick(from);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** What a subscriber may well say, and now and then what it may not. */
  private static Command whileSubscribed(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    int kind = draw.below(10);
    if (kind < 4 && vocabulary.commands().contains("PING")) {
      return Command.of("PING");
    }
    if (kind < 6) {
      return subscribing(draw, vocabulary);
    }
    return kind < 9 ? leaving(draw, vocabulary) : CommandDraw.any(draw, vocabulary, lane.next());
  }

  /** In a swarm that has no word for it, they stay. */
  private static Command leaving(Draw draw, Vocabulary vocabulary) {
    boolean channels = draw.percent(70);
    String name = channels ? Subscribing.UNSUBSCRIBE : Subscribing.PUNSUBSCRIBE;
    if (!vocabulary.commands().contains(name)) {
      return subscribing(draw, vocabulary);
    }
    return new Command(
        name, draw.percent(40) ? List.of() : names(draw, channels ? CHANNELS : PATTERNS));
  }

  private static void message(List<Step> steps, Draw draw, LaneModel lane) {
    Label label = lane.publish();
    boolean held = draw.percent(45);
    if (held) {
      steps.add(new Step.Hold(label));
    }
    steps.add(new Step.Publish(label, draw.pick(CHANNELS), body(draw), draw.percent(30)));
    if (held && draw.percent(80)) {
      steps.add(StepDraw.fault(draw, label, lane.lane()));
    }
    if (held && draw.percent(50)) {
      steps.add(new Step.Release(label, draw.percent(25)));
    }
  }

  private static String body(Draw draw) {
    String body = draw.percent(40) ? CommandDraw.lookalike(draw) : "";
    return draw.percent(12) ? body + UserCode.LISTENER_FAILS : body;
  }

  private static void disturb(List<Step> steps, Draw draw, Vocabulary vocabulary, LaneModel lane) {
    switch (draw.below(8)) {
      case 0, 1 -> started(steps, draw, lane, leaving(draw, vocabulary));
      case 2 -> steps.add(new Step.End(lane.lane(), StepDraw.ending(draw), draw.percent(30)));
      case 3 -> steps.add(new Step.Restart(StepDraw.ending(draw), draw.percent(30)));
      case 4 -> steps.add(new Step.GiveBack(lane.lane(), draw.percent(30)));
      case 5 -> steps.add(draw.percent(50) ? new Step.Tick() : new Step.Expire());
      case 6 ->
          lane.target(draw)
              .ifPresent(label -> steps.add(StepDraw.giveUp(draw, vocabulary, lane, label)));
      default -> lane.target(draw).ifPresent(label -> steps.add(StepDraw.fault(draw, label)));
    }
  }
}
