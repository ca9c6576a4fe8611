package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A call whose answer the user's decoder cannot decode, whole or in pieces, before, among or behind
 * others.
 */
final class FailingDecoderFragment implements Fragment {

  @Override
  public int weight() {
    return 12;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return vocabulary.userDecoder() && !CommandDraw.decoded(vocabulary).isEmpty();
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    int before = draw.below(2);
    for (int i = 0; i < before; i++) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    Label failing = lane.start();
    steps.add(
        new Step.Start(
            failing, CommandDraw.undecodable(draw, vocabulary, failing), draw.percent(50)));
    int after = draw.below(3);
    for (int i = 0; i < after; i++) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    if (draw.percent(40)) {
      steps.add(StepDraw.fault(draw, failing));
    }
    if (draw.percent(70)) {
      steps.add(new Step.Release(failing, draw.percent(30)));
    }
    lane.target(draw).ifPresent(label -> steps.add(StepDraw.await(lane, label)));
    return steps;
  }
}
