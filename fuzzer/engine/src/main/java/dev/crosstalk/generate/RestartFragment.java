package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The server goes away with all connections, or with one, and is hard to reach for a while; timers
 * go off one by one, be they timeouts or pauses to reconnect.
 */
final class RestartFragment implements Fragment {

  @Override
  public int weight() {
    return 10;
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
    if (draw.percent(30)) {
      lane.target(draw).ifPresent(label -> steps.add(StepDraw.fault(draw, label)));
    }
    for (int hurdles = draw.below(3); hurdles > 0; hurdles--) {
      steps.add(draw.percent(70) ? new Step.Refuse() : new Step.Stall());
    }
    steps.add(
        draw.percent(60)
            ? new Step.Restart(StepDraw.ending(draw), draw.percent(30))
            : new Step.End(lane.lane(), StepDraw.ending(draw), draw.percent(30)));
    for (int ticks = draw.below(3); ticks > 0; ticks--) {
      steps.add(new Step.Tick());
    }
    Label label = lane.start();
    steps.add(new Step.Start(label, CommandDraw.any(draw, vocabulary, label), draw.percent(50)));
    if (draw.percent(40)) {
      steps.add(draw.percent(50) ? new Step.Tick() : new Step.Expire());
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.await(lane, label));
    }
    return steps;
  }
}
