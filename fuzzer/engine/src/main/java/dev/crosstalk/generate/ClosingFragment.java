package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody closes the client while calls are in flight or a reply is half read; then life goes on.
 */
final class ClosingFragment implements Fragment {

  @Override
  public int weight() {
    return 6;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return true;
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    int calls = draw.below(3);
    for (int i = 0; i < calls; i++) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    if (draw.percent(40)) {
      lane.target(draw).ifPresent(label -> steps.add(StepDraw.fault(draw, label)));
    }
    steps.add(new Step.CloseClient(lane.lane(), draw.percent(40)));
    if (draw.percent(30)) {
      lane.target(draw).ifPresent(label -> steps.add(new Step.Release(label, draw.percent(25))));
    }
    Label label = lane.start();
    steps.add(new Step.Start(label, CommandDraw.any(draw, vocabulary, label), draw.percent(50)));
    if (draw.percent(50)) {
      steps.add(StepDraw.await(lane, label));
    }
    return steps;
  }
}
