package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps one by one, each drawn by what the lane's state allows, and now and then against it. */
final class LooseStepsFragment implements Fragment {

  @Override
  public int weight() {
    return 13;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return true;
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    int count = draw.between(2, 6);
    for (int i = 0; i < count; i++) {
      Optional<Label> target = lane.target(draw);
      boolean start = target.isEmpty() || draw.percent(lane.isFree() ? 80 : 30);
      steps.add(
          start
              ? StepDraw.start(draw, vocabulary, lane)
              : onTarget(draw, vocabulary, lane, target.get()));
    }
    return steps;
  }

  private static Step onTarget(Draw draw, Vocabulary vocabulary, LaneModel lane, Label label) {
    return switch (draw.below(5)) {
      case 0, 1 -> StepDraw.await(lane, label);
      case 2 -> StepDraw.giveUp(draw, vocabulary, lane, label);
      default -> StepDraw.fault(draw, label);
    };
  }
}
