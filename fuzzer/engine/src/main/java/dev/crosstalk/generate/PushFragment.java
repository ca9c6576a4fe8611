package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tracking is switched on, by a call or by a driver with a cache, and an invalidation arrives
 * before, among or behind replies.
 */
final class PushFragment implements Fragment {

  @Override
  public int weight() {
    return 12;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return vocabulary.tracks() || vocabulary.caches();
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    if (vocabulary.tracks()) {
      Label tracking = lane.start();
      steps.add(new Step.Start(tracking, Command.of(Vocabulary.TRACKING, "ON"), draw.percent(25)));
      if (draw.percent(75)) {
        steps.add(StepDraw.await(lane, tracking));
      }
    }
    int calls = draw.between(0, 3);
    for (int i = 0; i < calls; i++) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    if (draw.percent(30)) {
      lane.target(draw).ifPresent(label -> steps.add(StepDraw.fault(draw, label)));
    }
    int pushes = draw.between(1, 2);
    for (int i = 0; i < pushes; i++) {
      steps.add(push(draw, vocabulary, lane));
    }
    lane.target(draw).ifPresent(label -> steps.add(StepDraw.await(lane, label)));
    return steps;
  }

  /** Of a key that calls share, where a cache keeps what they read. */
  private static Step push(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    boolean atOnce = draw.percent(50);
    return vocabulary.caches() && draw.percent(50)
        ? new Step.Push(lane.lane(), Optional.of(CommandDraw.sharedKey(draw)), atOnce)
        : new Step.Push(lane.lane(), atOnce);
  }
}
