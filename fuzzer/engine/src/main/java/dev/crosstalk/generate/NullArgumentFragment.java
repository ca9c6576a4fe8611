package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** A call with null for an argument, before, among or behind others. */
final class NullArgumentFragment implements Fragment {

  @Override
  public int weight() {
    return 6;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return !CommandDraw.keyed(vocabulary).isEmpty();
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    for (int before = draw.below(3); before > 0; before--) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    Label unheard = lane.start();
    steps.add(
        new Step.Start(unheard, CommandDraw.withNull(draw, vocabulary, unheard), draw.percent(50)));
    for (int after = draw.below(3); after > 0; after--) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    lane.target(draw).ifPresent(label -> steps.add(StepDraw.await(lane, label)));
    return steps;
  }
}
