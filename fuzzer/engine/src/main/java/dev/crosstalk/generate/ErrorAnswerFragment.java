package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** Calls of which one or two are answered with an error, before, among or behind others. */
final class ErrorAnswerFragment implements Fragment {

  @Override
  public int weight() {
    return 12;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return true;
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    var labels = new ArrayList<Label>();
    int calls = draw.between(1, 4);
    for (int i = 0; i < calls; i++) {
      Label label = lane.start();
      labels.add(label);
      if (draw.percent(50)) {
        steps.add(StepDraw.answer(draw, label));
      }
      steps.add(new Step.Start(label, CommandDraw.any(draw, vocabulary, label), draw.percent(50)));
      if (draw.percent(vocabulary.blocking() ? 50 : 20)) {
        steps.add(StepDraw.await(lane, label));
      }
    }
    if (draw.percent(40)) {
      steps.add(StepDraw.fault(draw, draw.pick(labels)));
    }
    if (draw.percent(25)) {
      steps.add(StepDraw.giveUp(draw, vocabulary, lane, draw.pick(labels)));
    }
    if (draw.percent(60)) {
      steps.add(StepDraw.await(lane, labels.getLast()));
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    return steps;
  }
}
