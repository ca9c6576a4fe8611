package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The peer of a connection is gone without a FIN, from its handshake on or from a moment when calls
 * are in flight on it; callers give up, and go on.
 */
final class LostConnectionFragment implements Fragment {

  @Override
  public int weight() {
    return 9;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return true;
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    if (draw.percent(60)) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    if (draw.percent(40)) {
      lane.target(draw).ifPresent(label -> steps.add(StepDraw.fault(draw, label)));
    }
    if (draw.percent(35)) {
      steps.add(new Step.LoseNext());
      steps.add(new Step.End(lane.lane(), StepDraw.ending(draw), draw.percent(25)));
    } else {
      steps.add(new Step.Lose(lane.lane(), draw.percent(30)));
    }
    Label label = lane.start();
    steps.add(new Step.Start(label, CommandDraw.any(draw, vocabulary, label), draw.percent(50)));
    if (draw.percent(60)) {
      steps.add(StepDraw.giveUp(draw, vocabulary, lane, label));
    }
    if (draw.percent(30)) {
      steps.add(new Step.Tick());
    }
    if (draw.percent(50)) {
      Label next = lane.start();
      steps.add(new Step.Start(next, CommandDraw.any(draw, vocabulary, next), draw.percent(50)));
      if (draw.percent(50)) {
        steps.add(StepDraw.await(lane, next));
      }
    }
    return steps;
  }
}
