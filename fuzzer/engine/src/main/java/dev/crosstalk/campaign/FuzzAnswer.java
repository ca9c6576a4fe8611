package dev.crosstalk.campaign;

import dev.crosstalk.oracle.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a worker that fuzzes tells. */
sealed interface FuzzAnswer {

  /**
   * How far it is, several times a second and once at the end.
   *
   * @param seen how often each symptom was seen so far
   * @param met what met since the last report
   */
  record Report(Progress progress, List<Seen> seen, Coverage.Part met) implements FuzzAnswer {
    public Report {
      seen = List.copyOf(seen);
    }
  }

  /** How often a symptom was seen. */
  record Seen(Symptom symptom, long times) {}

  /** It sees a symptom that is new to it, and waits to be told whether to look into it. */
  record Claim(Symptom symptom) implements FuzzAnswer {}

  /** What it looked into did not repeat. */
  record Unconfirmed(Symptom symptom) implements FuzzAnswer {}

  /** A finding is confirmed and saved. */
  record Confirmed(Symptom symptom, Saved finding) implements FuzzAnswer {}

  /** The same, shrunk as far as it went, and saved again. */
  record Shrunk(Symptom symptom, Saved finding) implements FuzzAnswer {}

  /** A case did not come back. */
  record Lost(CaseDefect lost) implements FuzzAnswer {}

  /** Something of ours went wrong. */
  record Defect(CaseDefect defect) implements FuzzAnswer {}

  /** Everything is done and told. */
  record Done() implements FuzzAnswer {}

  /** What of a finding does not lie in its files. */
  record Saved(
      String file,
      List<Violation> violations,
      HitRate hitRate,
      Optional<HitRate> overTcp,
      int stepsBefore,
      int replays,
      Optional<Duration> after) {

    public Saved {
      violations = List.copyOf(violations);
    }

    static Saved of(Finding finding) {
      return new Saved(
          finding.file().toString(),
          finding.violations(),
          finding.hitRate(),
          finding.overTcp(),
          finding.stepsBefore(),
          finding.replays(),
          finding.after());
    }

    Path path() {
      return Path.of(file);
    }
  }
}
