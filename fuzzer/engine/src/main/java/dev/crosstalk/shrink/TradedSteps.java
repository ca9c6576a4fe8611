package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Candidates with fewer steps where no single step, and no run of them, can go: without two steps
 * that stand apart, with a lane more that probes in the place of calls, with one plain step in the
 * place of a fault and another.
 */
final class TradedSteps {
  /** Of more steps there are too many pairs, and single ones can mostly still go. */
  private static final int STEPS_MAX = 8;

  private TradedSteps() {}

  static List<Scenario> candidates(Scenario scenario) {
    int size = scenario.steps().size();
    if (size > STEPS_MAX) {
      return List.of();
    }
    List<Set<Integer>> pairs = pairs(size);
    var candidates = new ArrayList<Scenario>();
    pairs.forEach(pair -> candidates.add(scenario.withSteps(without(scenario, pair))));
    candidates.addAll(withLaneMore(scenario));
    pairs.forEach(pair -> candidates.addAll(withPlainFault(scenario, pair)));
    return candidates;
  }

  /** The last ones first. */
  private static List<Set<Integer>> pairs(int size) {
    var pairs = new ArrayList<Set<Integer>>();
    for (int second = size - 1; second > 0; second--) {
      for (int first = second - 1; first >= 0; first--) {
        pairs.add(Set.of(first, second));
      }
    }
    return pairs;
  }

  private static List<Step> without(Scenario scenario, Set<Integer> places) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < scenario.steps().size(); i++) {
      if (!places.contains(i)) {
        steps.add(scenario.steps().get(i));
      }
    }
    return steps;
  }

  /** Its probe may do what the last calls did. */
  private static List<Scenario> withLaneMore(Scenario scenario) {
    ScenarioSettings now = scenario.settings();
    if (now.lanes() == ScenarioSettings.LANES_MAX) {
      return List.of();
    }
    ScenarioSettings more = now.withLanes(now.lanes() + 1);
    var candidates = new ArrayList<Scenario>();
    for (int left = 0; left < scenario.steps().size(); left++) {
      candidates.add(new Scenario(more, scenario.steps().subList(0, left)));
    }
    return candidates;
  }

  /** Something plainer in the place of a fault and of what that fault needed. */
  private static List<Scenario> withPlainFault(Scenario scenario, Set<Integer> pair) {
    List<Step> all = scenario.steps();
    if (pair.stream().map(all::get).noneMatch(TradedSteps::isFault)) {
      return List.of();
    }
    int place = Collections.max(pair) - 1;
    List<Step> left = without(scenario, pair);
    return plainFaults(left.subList(0, place), lanes(all)).stream()
        .map(
            fault -> {
              var steps = new ArrayList<>(left);
              steps.add(place, fault);
              return scenario.withSteps(steps);
            })
        .toList();
  }

  /**
   * A connection or a timeout that ends; or no fault but an answer that a fault had let through.
   */
  private static List<Step> plainFaults(List<Step> before, Set<Lane> lanes) {
    var faults = new ArrayList<Step>();
    lanes.forEach(lane -> faults.add(new Step.End(lane, Ending.CLOSE, false)));
    faults.add(new Step.Expire());
    before.reversed().stream()
        .filter(Step.Start.class::isInstance)
        .map(Step.Start.class::cast)
        .findFirst()
        .ifPresent(latest -> faults.add(new Step.Await(latest.label())));
    return faults;
  }

  private static boolean isFault(Step step) {
    return step instanceof Step.ServerStep || step instanceof Step.Expire;
  }

  private static Set<Lane> lanes(List<Step> steps) {
    var lanes = new LinkedHashSet<Lane>();
    for (Step step : steps) {
      if (step instanceof Step.ClientStep client) {
        lanes.add(client.lane());
      }
    }
    return lanes;
  }
}
