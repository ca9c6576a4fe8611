package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One scenario under many schedules: what else may happen when the same is done. */
public final class ScheduleSweep {
  private static final int AT_ONCE = 4;

  private ScheduleSweep() {}

  /**
   * What came of it.
   *
   * @param schedules how many were tried, of seeds from 1 on
   * @param distinct how many different histories they made
   * @param violating the seeds under which an invariant broke
   * @param telling a run that shows a violation; empty when none did
   */
  public record Result(
      int schedules, int distinct, List<Integer> violating, Optional<Rehearsal.Run> telling) {}

  /** Runs a scenario once under each of so many schedules. */
  public static Result run(Lab lab, Scenario scenario, int schedules) {
    Set<History> distinct = new HashSet<>();
    var violating = new ArrayList<Integer>();
    Optional<Rehearsal.Run> telling = Optional.empty();
    List<Integer> seeds = IntStream.rangeClosed(1, schedules).boxed().toList();
    try (var threads = new SideBySide(AT_ONCE)) {
      List<CaseRunner.Judged> all =
          threads.map(
              seeds, seed -> lab.at(place -> new CaseRunner(place).run(scheduled(scenario, seed))));
      for (int i = 0; i < all.size(); i++) {
        CaseRunner.Judged judged = all.get(i);
        distinct.add(judged.history());
        if (!judged.violations().isEmpty()) {
          violating.add(seeds.get(i));
          telling =
              telling.or(
                  () ->
                      Optional.of(new Rehearsal.Run(judged.history(), judged.violations(), false)));
        }
      }
    }
    return new Result(schedules, distinct.size(), violating, telling);
  }

  private static Scenario scheduled(Scenario scenario, int seed) {
    return new Scenario(scenario.settings().withSchedule(seed), scenario.steps());
  }
}
