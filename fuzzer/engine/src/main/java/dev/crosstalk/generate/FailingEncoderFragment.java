package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** A call whose argument the user's encoder cannot encode, before, among or behind others. */
final class FailingEncoderFragment implements Fragment {

  @Override
  public int weight() {
    return 12;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return vocabulary.userEncoder() && !CommandDraw.keyed(vocabulary).isEmpty();
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    int before = draw.below(3);
    for (int i = 0; i < before; i++) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    Label failing = lane.start();
    steps.add(
        new Step.Start(failing, CommandDraw.failing(draw, vocabulary, failing), draw.percent(50)));
    int after = draw.below(3);
    for (int i = 0; i < after; i++) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    lane.target(draw).ifPresent(label -> steps.add(StepDraw.await(lane, label)));
    return steps;
  }
}
