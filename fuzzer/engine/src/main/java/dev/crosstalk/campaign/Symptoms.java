package dev.crosstalk.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The findings on one target, and how often their symptoms were seen again. */
final class Symptoms {
  /** More kinds than this on one target are told by the first ones well enough. */
  private static final int KINDS_MAX = 8;

  /** A defect that shows in many ways would fill the campaign with itself. */
  private static final int VARIETIES_MAX = 3;

  /** So often what lacked a finding's steps did not repeat: enough of it. */
  private static final int VAIN_MAX = 8;

  private final Map<Symptom, Long> seen = new LinkedHashMap<>();
  private final Map<Symptom, Finding> findings = new LinkedHashMap<>();
  private final Map<Symptom, Signature> shrunk = new LinkedHashMap<>();
  private final Map<Symptom, Integer> vain = new LinkedHashMap<>();

  /** Counts a case; true when its symptom is new and worth a confirmation. */
  synchronized boolean isNew(Symptom symptom) {
    long times = seen.merge(symptom, 1L, Long::sum);
    return times == 1 && kinds() <= KINDS_MAX;
  }

  /** A symptom that shows in many ways must not take the place of others. */
  private long kinds() {
    return seen.keySet().stream().filter(symptom -> symptom.variety() == 0).count();
  }

  /**
   * Counts a case, for the first variety of its symptom whose finding may be in it.
   *
   * @param symptom of the first variety
   * @param steps of the case
   * @return what is worth a confirmation: the symptom where it is new, or a next variety of it
   *     where the case lacks the steps of all findings that are known here
   */
  synchronized Optional<Symptom> newIn(Symptom symptom, Signature steps) {
    Symptom it = symptom;
    while (seen.containsKey(it)) {
      Signature known = shrunk.get(it);
      // Nobody can say what is in a finding that is not shrunk yet, or that another worker has.
      if (known == null || steps.includes(known)) {
        seen.merge(it, 1L, Long::sum);
        return Optional.empty();
      }
      it = it.next();
    }
    boolean enough = it.variety() >= VARIETIES_MAX || vain.getOrDefault(symptom, 0) >= VAIN_MAX;
    if (enough) {
      seen.merge(symptom, 1L, Long::sum);
      return Optional.empty();
    }
    return isNew(it) ? Optional.of(it) : Optional.empty();
  }

  /** Forgets a symptom that did not repeat, so that the next case that shows it gets its chance. */
  synchronized void unconfirmed(Symptom symptom) {
    // Whoever looked into it is told as well, once all are.
    boolean known = seen.remove(symptom) != null;
    if (known && symptom.variety() > 0) {
      vain.merge(symptom.first(), 1, Integer::sum);
    }
  }

  synchronized void keep(Symptom symptom, Finding finding) {
    findings.put(symptom, finding);
  }

  /** Whether a scenario lacks the steps of the symptom's findings of the varieties before. */
  synchronized boolean isApart(Symptom symptom, Signature steps) {
    for (Symptom it = symptom.first(); it.variety() < symptom.variety(); it = it.next()) {
      if (shrunk.containsKey(it) && steps.includes(shrunk.get(it))) {
        return false;
      }
    }
    return true;
  }

  /** Keeps what a finding came to that was shrunk to the end. */
  synchronized void keepShrunk(Symptom symptom, Finding finding) {
    findings.put(symptom, finding);
    // A schedule that splits replies needs no step for a cut.
    shrunk.put(symptom, Signature.of(finding).withoutCuts());
  }

  /** The symptom of a finding that is kept. */
  synchronized Symptom of(Finding finding) {
    return findings.entrySet().stream()
        .filter(entry -> entry.getValue().file().equals(finding.file()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** All findings so far, each with how often it came again. */
  synchronized List<Finding> findings() {
    return findings(symptom -> seen.getOrDefault(symptom, 1L));
  }

  /** The same, where others counted; times in all, the first one included. */
  synchronized List<Finding> findings(ToLongFunction<Symptom> times) {
    return findings.entrySet().stream()
        .map(entry -> entry.getValue().repeated(Math.max(0, times.applyAsLong(entry.getKey()) - 1)))
        .toList();
  }

  synchronized List<FuzzAnswer.Seen> seen() {
    return seen.entrySet().stream()
        .map(entry -> new FuzzAnswer.Seen(entry.getKey(), entry.getValue()))
        .toList();
  }
}
