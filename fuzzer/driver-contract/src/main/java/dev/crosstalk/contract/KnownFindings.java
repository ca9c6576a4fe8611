package dev.crosstalk.contract;

import dev.crosstalk.campaign.Finding;
import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.campaign.Signature;
import dev.crosstalk.corpus.Corpus;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What the scenarios saved for a driver show in one of its variants, each of the families that its
 * replay breaks there, and what was found since. One that is like these is no news.
 */
final class KnownFindings {
  /** A schedule with more kinds of steps than that besides a known one is not called known. */
  private static final int KINDS_MORE_MAX = 1;

  private final List<Signature> signatures = new ArrayList<>();

  /**
   * Whether the variant is known to leave connections open when somebody closes the client. That
   * hangs on the moment of the closing: what broke a connection before, and has it replaced just
   * then, may be anything.
   */
  private boolean leavesConnectionsWhenClosed;

  /** Replays what is saved for a driver where a replay costs least. */
  KnownFindings(Lab lab) {
    Target target = lab.target();
    String driver = target.driver().declaration().name();
    for (Corpus.Entry entry : UnderTest.corpus().of(driver)) {
      Scenario scenario = entry.scenario().scenario();
      List<Violation> violations = Rehearsal.run(lab, scenario, 1).getFirst().violations();
      violations.stream()
          .map(Violation::family)
          .distinct()
          .forEach(family -> signatures.add(Signature.of(family, scenario)));
      leavesConnectionsWhenClosed |=
          closes(scenario) && violations.stream().anyMatch(KnownFindings::leavesConnections);
    }
  }

  boolean has(Finding finding) {
    Scenario scenario = finding.scenario().scenario();
    Signature found = signature(finding);
    // A schedule that splits replies may have done what a known scenario says by a cut.
    boolean splits = scenario.settings().schedule() != 0;
    return (leavesConnections(finding.violation())
            && closes(finding.scenario().scenario())
            && leavesConnectionsWhenClosed)
        || signatures.stream()
            .anyMatch(
                known -> isLike(found, known) || (splits && isLike(found, known.withoutCuts())));
  }

  /** Whether a scenario that is not shrunk has in it the steps of one that breaks the same. */
  boolean mayShowIn(Family family, Scenario scenario) {
    Signature whole = Signature.of(family, scenario);
    return signatures.stream().anyMatch(whole::includes);
  }

  void add(Finding finding) {
    signatures.add(signature(finding));
  }

  private static Signature signature(Finding finding) {
    return Signature.of(finding.violation().family(), finding.scenario().scenario());
  }

  private static boolean isLike(Signature found, Signature known) {
    return found.kinds().size() <= known.kinds().size() + KINDS_MORE_MAX && found.includes(known);
  }

  /** Connections, and not threads. */
  private static boolean leavesConnections(Violation violation) {
    return violation.family() == Family.CLEAN && violation.observed().startsWith("still open");
  }

  private static boolean closes(Scenario scenario) {
    return scenario.steps().stream().anyMatch(Step.CloseClient.class::isInstance);
  }
}
