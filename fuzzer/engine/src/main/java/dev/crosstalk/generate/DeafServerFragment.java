package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * One direction of a connection is out of order for a while, or for good: the server does not read
 * what comes, accepts late, or has shut its output and still reads. Callers give up meanwhile.
 */
final class DeafServerFragment implements Fragment {

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
    if (draw.percent(25)) {
      lane.target(draw).ifPresent(label -> steps.add(StepDraw.fault(draw, label)));
    }
    List<Step> before = new ArrayList<>();
    List<Step> after = new ArrayList<>();
    switch (draw.below(3)) {
      case 0 -> {
        before.add(new Step.StopReading(lane.lane(), draw.percent(30)));
        after.add(new Step.ReadAgain(lane.lane(), draw.percent(30)));
      }
      case 1 -> {
        before.add(new Step.DelayAccept());
        before.add(new Step.End(lane.lane(), StepDraw.ending(draw), draw.percent(25)));
        after.add(new Step.Accept(draw.percent(30)));
      }
      default -> before.add(new Step.HalfClose(lane.lane(), draw.percent(40)));
    }
    steps.addAll(before);
    Label label = lane.start();
    steps.add(new Step.Start(label, CommandDraw.any(draw, vocabulary, label), draw.percent(50)));
    if (draw.percent(60)) {
      steps.add(StepDraw.giveUp(draw, vocabulary, lane, label));
    }
    if (draw.percent(40)) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    if (draw.percent(70)) {
      steps.addAll(after);
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.await(lane, label));
    }
    return steps;
  }
}
