package dev.crosstalk.generate;

import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Unpacks scenarios from longs: the first gives the settings, what the scenario is made of and how
 * lanes interleave, each other one a fragment on one of the lanes. A plain function: same longs,
 * same scenario.
 */
public final class ScenarioUnpacker {

  private ScenarioUnpacker() {}

  /**
   * Unpacks one scenario.
   *
   * @param longs at least one; one alone makes a scenario without steps
   */
  public static Scenario unpack(List<Long> longs, Vocabulary vocabulary) {
    var draw = new Draw(longs.get(0));
    ScenarioSettings settings = SettingsDraw.any(draw, vocabulary);
    Swarm swarm = Swarm.of(draw, vocabulary);
    var models = new ArrayList<LaneModel>();
    var strands = new ArrayList<Deque<Step>>();
    for (int i = 0; i < settings.lanes(); i++) {
      models.add(new LaneModel(Lane.at(i)));
      strands.add(new ArrayDeque<>());
    }
    for (long number : longs.subList(1, longs.size())) {
      var own = new Draw(number);
      int lane = own.below(settings.lanes());
      Fragment fragment = Fragments.draw(own, swarm.fragments());
      strands.get(lane).addAll(fragment.steps(own, swarm.vocabulary(), models.get(lane)));
    }
    return new Scenario(settings, interleaved(draw, strands));
  }

  /** Each strand in its own order, runs of one to three steps at a time. */
  private static List<Step> interleaved(Draw draw, List<Deque<Step>> strands) {
    var steps = new ArrayList<Step>();
    var left = new ArrayList<>(strands);
    left.removeIf(Deque::isEmpty);
    while (!left.isEmpty()) {
      Deque<Step> strand = draw.pick(left);
      for (int run = draw.between(1, 3); run > 0 && !strand.isEmpty(); run--) {
        steps.add(strand.remove());
      }
      left.removeIf(Deque::isEmpty);
    }
    return steps;
  }
}
