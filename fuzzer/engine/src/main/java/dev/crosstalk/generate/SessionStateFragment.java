package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.SessionKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A session is brought into a state of its own, by SELECT, MULTI or WATCH; something may happen to
 * the reply or the connection; the session is given back, or used on, be it for a transaction.
 */
final class SessionStateFragment implements Fragment {

  @Override
  public int weight() {
    return 15;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return vocabulary.owns();
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    if (draw.percent(30)) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    Label label = lane.start();
    steps.add(new Step.Start(label, changing(draw, vocabulary, label), draw.percent(40)));
    if (draw.percent(20)) {
      steps.add(StepDraw.fault(draw, label));
    }
    if (draw.percent(vocabulary.session() == SessionKind.PIPELINE ? 20 : 75)) {
      steps.add(StepDraw.await(lane, label));
    }
    if (draw.percent(15)) {
      steps.add(StepDraw.giveUp(draw, vocabulary, lane, label));
    }
    if (draw.percent(35)) {
      steps.add(new Step.End(lane.lane(), StepDraw.ending(draw), draw.percent(25)));
    }
    if (draw.percent(50)) {
      steps.add(new Step.GiveBack(lane.lane(), draw.percent(25)));
    }
    if (vocabulary.watches() && draw.percent(30)) {
      transaction(steps, draw, vocabulary, lane);
    }
    for (int calls = draw.between(1, 3); calls > 0; calls--) {
      Label next = lane.start();
      steps.add(new Step.Start(next, CommandDraw.any(draw, vocabulary, next), draw.percent(30)));
      if (draw.percent(60)) {
        steps.add(StepDraw.await(lane, next));
      }
    }
    return steps;
  }

  /** What may be watched is changed; after a return, the next transaction must not mind. */
  private static void transaction(
      List<Step> steps, Draw draw, Vocabulary vocabulary, LaneModel lane) {
    if (vocabulary.commands().contains("SET")) {
      Label touch = lane.start();
      steps.add(new Step.Start(touch, CommandDraw.touch(touch), draw.percent(30)));
      steps.add(StepDraw.await(lane, touch));
    }
    steps.add(new Step.Start(lane.start(), Command.of(Block.MULTI), draw.percent(50)));
    Label queued = lane.start();
    steps.add(new Step.Start(queued, CommandDraw.any(draw, vocabulary, queued), draw.percent(50)));
    Label exec = lane.start();
    steps.add(new Step.Start(exec, Command.of(Block.EXEC), draw.percent(30)));
    steps.add(StepDraw.await(lane, exec));
  }

  private static Command changing(Draw draw, Vocabulary vocabulary, Label label) {
    if (vocabulary.watches() && draw.percent(30)) {
      return CommandDraw.watch(draw, label);
    }
    boolean multi = vocabulary.session() == SessionKind.TRANSACTION && draw.percent(40);
    if (multi) {
      return Command.of(Block.MULTI);
    }
    return vocabulary.selects()
        ? CommandDraw.select(draw)
        : CommandDraw.any(draw, vocabulary, label);
  }
}
