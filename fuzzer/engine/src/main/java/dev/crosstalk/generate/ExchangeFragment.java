package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The common shape of an accident: calls go out, something happens to a reply, somebody gives up or
 * not, the reply may come late, and life goes on with more calls.
 */
final class ExchangeFragment implements Fragment {

  @Override
  public int weight() {
    return 55;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return true;
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    var labels = new ArrayList<Label>();
    int calls = draw.percent(50) ? 1 : draw.between(2, 4);
    for (int i = 0; i < calls; i++) {
      if (vocabulary.blocking() && i > 0 && draw.percent(90)) {
        // A caller who blocks has had its answer before it asks again.
        steps.add(StepDraw.await(lane, labels.getLast()));
      }
      labels.add(started(steps, draw, vocabulary, lane));
    }
    Label victim = vocabulary.blocking() ? labels.getLast() : draw.pick(labels);
    int faults = draw.percent(15) ? 0 : draw.between(1, 2);
    for (int i = 0; i < faults; i++) {
      steps.add(StepDraw.fault(draw, victim));
    }
    if (draw.percent(40)) {
      steps.add(StepDraw.giveUp(draw, vocabulary, lane, victim));
    }
    if (draw.percent(35)) {
      steps.add(new Step.Release(victim, draw.percent(25)));
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.await(lane, draw.pick(labels)));
    }
    int followers = draw.below(3);
    for (int i = 0; i < followers; i++) {
      Label follower = started(steps, draw, vocabulary, lane);
      if (draw.percent(60)) {
        steps.add(StepDraw.await(lane, follower));
      }
    }
    return steps;
  }

  private static Label started(List<Step> steps, Draw draw, Vocabulary vocabulary, LaneModel lane) {
    Label label = lane.start();
    steps.add(new Step.Start(label, CommandDraw.any(draw, vocabulary, label), draw.percent(50)));
    return label;
  }
}
