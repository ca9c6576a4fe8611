package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** A connection is lost, and the next one is accepted but not answered. */
final class StalledHandshakeFragment implements Fragment {

  @Override
  public int weight() {
    return 8;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return true;
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    steps.add(new Step.Stall());
    if (draw.percent(70)) {
      steps.add(new Step.End(lane.lane(), StepDraw.ending(draw), draw.percent(25)));
    }
    Label label = lane.start();
    steps.add(new Step.Start(label, CommandDraw.any(draw, vocabulary, label), draw.percent(50)));
    if (draw.percent(40)) {
      steps.add(StepDraw.giveUp(draw, vocabulary, lane, label));
    }
    if (draw.percent(50)) {
      steps.add(new Step.End(lane.lane(), StepDraw.ending(draw), draw.percent(25)));
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    return steps;
  }
}
