package dev.crosstalk.generate;

import dev.crosstalk.resp.Corruption;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** ILLEGAL: the reply to a call is no RESP, and comes in one piece or in two; life goes on. */
final class IllegalBytesFragment implements Fragment {
  private static final List<Corruption> WAYS = List.of(Corruption.values());

  @Override
  public int weight() {
    return 120;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return true;
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    Label label = lane.start();
    steps.add(new Step.Start(label, CommandDraw.any(draw, vocabulary, label), false));
    if (draw.percent(40)) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    steps.add(new Step.Corrupt(label, draw.pick(WAYS)));
    if (draw.percent(25)) {
      steps.add(new Step.Deliver(label, draw.between(1, 12), draw.percent(25)));
    }
    if (draw.percent(60)) {
      steps.add(new Step.Release(label, draw.percent(30)));
    }
    if (draw.percent(40)) {
      steps.add(StepDraw.giveUp(draw, vocabulary, lane, label));
    }
    if (draw.percent(60)) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.await(lane, label));
    }
    return steps;
  }
}
