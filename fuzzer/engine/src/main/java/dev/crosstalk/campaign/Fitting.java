package dev.crosstalk.campaign;

import dev.crosstalk.generate.SingleCommands;
import dev.crosstalk.history.CallHistory;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.WorldUnavailableException;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.WorldKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tries out what an adapter can do with a version of its driver that it was not written for: each
 * command by itself, on a healthy server.
 */
public final class Fitting {
  /** On the true clock a busy machine may be too late for a timeout. */
  private static final int TRIES = 3;

  private static final Set<String> SCRIPTS = Set.of(Script.EVAL, Script.EVALSHA);

  /** A class, method or field that the adapter was compiled against is missing. */
  private static final Pattern UNLINKED =
      Pattern.compile("^(NoSuch(Method|Field)|NoClassDefFound|IncompatibleClassChange)Error");

  private final Target target;
  private final Set<WorldKind> worlds = EnumSet.noneOf(WorldKind.class);
  private Optional<Set<String>> commands = Optional.empty();

  /** What went wrong first. */
  private Optional<String> why = Optional.empty();

  private Fitting(Target target) {
    this.target = target;
  }

  /** What was found out. */
  public sealed interface Fit {

    /**
     * The version has this variant.
     *
     * @param target with those of its commands and worlds that the version has
     */
    record Fits(Target target) implements Fit {}

    /** It has not. */
    record Lacks(String why) implements Fit {}
  }

  /** Tries out a target whose driver is loaded; takes about a second. */
  public static Fit of(Target target) {
    return new Fitting(target).fit();
  }

  private Fit fit() {
    for (WorldKind kind : WorldKind.values()) {
      if (target.variant().runsIn(kind) && runsIn(kind)) {
        worlds.add(kind);
      }
    }
    if (commands.isEmpty() || !worlds.contains(WorldKind.REAL)) {
      return new Fit.Lacks(why.orElse("no command is answered"));
    }
    return new Fit.Fits(
        new Target(target.driver(), target.variant().fitting(commands.get(), worlds)));
  }

  private boolean runsIn(WorldKind kind) {
    try (Worlds opened = new Worlds(List.of(kind), 1);
        Lab lab = opened.lab(target)) {
      if (commands.isPresent()) {
        // The others were tried elsewhere: worlds differ in what a connection is made of.
        return works(lab, commands.get().iterator().next());
      }
      Set<String> working = working(lab, target.variant().commands());
      commands = Optional.of(working).filter(some -> !some.isEmpty());
      return commands.isPresent();
    } catch (WorldUnavailableException notHere) {
      // Of the version that says nothing.
      return true;
    } catch (RuntimeException | LinkageError broken) {
      failed(origin(broken).toString());
      return false;
    }
  }

  private void failed(String how) {
    why = why.or(() -> Optional.of(how));
  }

  private static Throwable origin(Throwable thrown) {
    Throwable origin = thrown;
    while (origin.getCause() != null) {
      origin = origin.getCause();
    }
    return origin;
  }

  private Set<String> working(Lab lab, Collection<String> names) {
    var working = new TreeSet<String>();
    for (String name : new TreeSet<>(names)) {
      if (works(lab, name)) {
        working.add(name);
      }
    }
    return working;
  }

  private boolean works(Lab lab, String name) {
    List<Scenario> scenarios = SingleCommands.of(target.variant(), name);
    for (int tried = 0; tried < TRIES; tried++) {
      if (scenarios.stream().allMatch(scenario -> holds(lab, scenario))) {
        // What comes of rarer replies is a finding's to tell, but not what is not there.
        return !SCRIPTS.contains(name) || links(lab, name);
      }
      if (lab.kind() == WorldKind.SIMULATED) {
        return false;
      }
    }
    return false;
  }

  private boolean links(Lab lab, String name) {
    return SingleCommands.scripts(target.variant(), name).stream()
        .flatMap(scenario -> run(lab, scenario).history().calls().stream())
        .flatMap(call -> call.completions().stream())
        .noneMatch(end -> UNLINKED.matcher(wordsOf(end.outcome())).find());
  }

  private static CaseRunner.Judged run(Lab lab, Scenario scenario) {
    return lab.at(place -> new CaseRunner(place).run(scenario));
  }

  private boolean holds(Lab lab, Scenario scenario) {
    CaseRunner.Judged judged = run(lab, scenario);
    for (CallHistory call : judged.history().calls()) {
      if (!call.endedOk()) {
        call.completions().stream().findFirst().ifPresent(end -> failed(wordsOf(end.outcome())));
        return false;
      }
    }
    return judged.violations().isEmpty();
  }

  private static String wordsOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Garbled(String detail) -> detail;
      case Outcome.Refused(String detail) -> detail;
      case Outcome.ServerError(String message) -> message;
      case Outcome.Ok _,
          Outcome.Queued _,
          Outcome.TimedOut _,
          Outcome.Cancelled _,
          Outcome.ConnectionLost _,
          Outcome.UserCodeFailed _ ->
          outcome.toString();
    };
  }
}
