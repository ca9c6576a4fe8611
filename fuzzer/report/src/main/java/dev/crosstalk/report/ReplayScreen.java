package dev.crosstalk.report;

import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Oracle;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.spi.WorldKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several replays of one scenario: what was expected, the telling one in full, how many violated.
 */
public final class ReplayScreen {

  private ReplayScreen() {}

  /**
   * The screen.
   *
   * @param name of the scenario file, for people
   * @param runs at least one
   */
  public static String of(String name, ScenarioFile file, List<Rehearsal.Run> runs, Ink ink) {
    Rehearsal.Run telling = telling(runs);
    var page = new Page(ink);
    page.verbatim("replay", name).field("title", file.title(), Tone.PLAIN);
    file.seed().ifPresent(seed -> page.field("seed", seed, Tone.PLAIN));
    page.field(
        "driver",
        telling.history().subject().name()
            + " "
            + telling.history().subject().version()
            + ", world "
            + telling.history().world(),
        Tone.PLAIN);
    file.expect().ifPresent(expect -> page.field("expect", expectation(expect, runs), Tone.PLAIN));
    return page.text()
        + "\n"
        + HistoryScreen.of(telling.history(), telling.violations(), ink)
        + "\n"
        + new Page(ink).line(count(runs), violated(runs) > 0 ? Tone.WRONG : Tone.TITLE).text();
  }

  /** The first run that violates; the last one when none does. */
  public static Rehearsal.Run telling(List<Rehearsal.Run> runs) {
    return runs.stream().filter(Rehearsal.Run::violated).findFirst().orElseGet(runs::getLast);
  }

  private static String expectation(Expectation expectation, List<Rehearsal.Run> runs) {
    boolean unclear = runs.stream().allMatch(run -> run.disturbed() && !run.violated());
    return switch (expectation) {
      case Expectation.Holds() ->
          "holds: " + (unclear ? "unclear" : violated(runs) == 0 ? "met" : "NOT met");
      case Expectation.Violated(String invariant, var only) -> {
        long met = runs.stream().filter(run -> shows(run, invariant)).count();
        String so = met > 0 ? "met in " + met + " of " + runs.size() + " runs" : "NOT met";
        yield invariant
            + " violated"
            + only.map(world -> " in " + world.label()).orElse("")
            + ": "
            + (unclear ? "unclear" : so);
      }
    };
  }

  /** Whether a run violates an invariant, or one of its family. */
  private static boolean shows(Rehearsal.Run run, String invariant) {
    Optional<Family> family =
        Oracles.all().stream()
            .filter(oracle -> oracle.invariant().equals(invariant))
            .map(Oracle::family)
            .findFirst();
    return run.violations().stream()
        .anyMatch(
            violation ->
                violation.invariant().equals(invariant)
                    || family.equals(Optional.of(violation.family())));
  }

  private static long violated(List<Rehearsal.Run> runs) {
    return runs.stream().filter(Rehearsal.Run::violated).count();
  }

  private static String identical(List<Rehearsal.Run> runs) {
    return runs.getFirst().history().world().equals(WorldKind.SIMULATED.label())
        ? "; identical histories: " + Rehearsal.identical(runs) + " of " + runs.size()
        : "";
  }

  /** {@code violated 9 of 10: matched (1 disturbed)}. */
  private static String count(List<Rehearsal.Run> runs) {
    long disturbed = runs.stream().filter(Rehearsal.Run::disturbed).count();
    String invariants =
        runs.stream()
            .flatMap(run -> run.violations().stream())
            .map(Violation::invariant)
            .distinct()
            .collect(Collectors.joining(", "));
    return "violated "
        + violated(runs)
        + " of "
        + runs.size()
        + (invariants.isEmpty() ? "" : ": " + invariants)
        + (disturbed == 0 ? "" : " (" + disturbed + " disturbed)")
        + identical(runs);
  }
}
