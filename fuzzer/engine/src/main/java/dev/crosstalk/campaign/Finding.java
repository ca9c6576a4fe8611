package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.history.Subject;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.ScenarioFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A confirmed counterexample.
 *
 * @param violations what the history violates, the telling one first; at least one
 * @param scenario shrunk as far as it went
 * @param history of one replay of that scenario
 * @param hitRate of that scenario
 * @param overTcp its hit rate where timeouts are fired over TCP; empty when it was not tried there
 * @param stepsBefore steps of the scenario as it was generated
 * @param replays how many replays shrinking took; 0 while it has not begun
 * @param repeats how many more cases of the campaign showed the same symptom
 * @param after how long the target's cases had run when it was first seen; empty where no campaign
 *     found it
 * @param file where the scenario is saved; the history lies beside it
 */
public record Finding(
    Subject subject,
    List<Violation> violations,
    ScenarioFile scenario,
    History history,
    HitRate hitRate,
    Optional<HitRate> overTcp,
    int stepsBefore,
    int replays,
    long repeats,
    Optional<Duration> after,
    Path file) {

  public Finding {
    violations = List.copyOf(violations);
  }

  /** The violation that says most. */
  public Violation violation() {
    return violations.get(0);
  }

  public Finding repeated(long times) {
    return new Finding(
        subject,
        violations,
        scenario,
        history,
        hitRate,
        overTcp,
        stepsBefore,
        replays,
        times,
        after,
        file);
  }

  Finding foundAfter(Duration time) {
    return new Finding(
        subject,
        violations,
        scenario,
        history,
        hitRate,
        overTcp,
        stepsBefore,
        replays,
        repeats,
        Optional.of(time),
        file);
  }

  Finding seenOverTcp(HitRate rate) {
    return new Finding(
        subject,
        violations,
        scenario,
        history,
        hitRate,
        Optional.of(rate),
        stepsBefore,
        replays,
        repeats,
        after,
        file);
  }
}
