package dev.crosstalk.campaign;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a campaign came to.
 *
 * @param all how many cases there are to be judged; empty where only the budget ends them
 * @param targets one entry for each target that was begun
 * @param findings shrunk, in the order found
 * @param interrupted whether it was stopped before its budget was spent
 */
public record CampaignSummary(
    Generation generation,
    OptionalLong all,
    List<Progress> targets,
    List<Finding> findings,
    List<CaseDefect> defects,
    boolean interrupted) {

  public CampaignSummary {
    targets = List.copyOf(targets);
    findings = List.copyOf(findings);
    defects = List.copyOf(defects);
  }

  /** Violations that did not repeat often enough to be reported. */
  public int unconfirmed() {
    return targets.stream().mapToInt(Progress::unconfirmed).sum();
  }
}
