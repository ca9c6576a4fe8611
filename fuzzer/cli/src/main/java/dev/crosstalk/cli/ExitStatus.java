package dev.crosstalk.cli;

import dev.crosstalk.campaign.CampaignSummary;
import dev.crosstalk.campaign.Progress;
import dev.crosstalk.campaign.Rehearsal;
import java.util.List;

/** What the process says when it ends. */
enum ExitStatus {
  /** Nothing found; every run held. */
  CLEAN(0),
  /** A finding; a run violated. */
  FINDINGS(1),
  /** The command line, or a file it names, is wrong. */
  USAGE(2),
  /** Nothing that could be judged, or nothing that repeats. */
  INCONCLUSIVE(3),
  /** A mistake of ours. */
  DEFECT(70),
  /** Stopped by the user; what was found by then is saved. */
  INTERRUPTED(130);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Of a campaign. A finding stands, whatever went wrong in other cases. */
  static ExitStatus of(CampaignSummary summary) {
    if (summary.interrupted()) {
      return INTERRUPTED;
    }
    if (!summary.findings().isEmpty()) {
      return FINDINGS;
    }
    if (!summary.defects().isEmpty()) {
      return DEFECT;
    }
    boolean judged = summary.targets().stream().mapToLong(Progress::cases).sum() > 0;
    return judged && summary.unconfirmed() == 0 ? CLEAN : INCONCLUSIVE;
  }

  /** Of replays; a violation counts even in a run that was disturbed each time it was tried. */
  static ExitStatus of(List<Rehearsal.Run> runs) {
    if (runs.stream().anyMatch(Rehearsal.Run::violated)) {
      return FINDINGS;
    }
    return runs.stream().allMatch(Rehearsal.Run::disturbed) ? INCONCLUSIVE : CLEAN;
  }
}
