package dev.crosstalk.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The findings on one target, and how often their symptoms were seen again. */
final class Symptoms {
  /** More kinds than this on one target are told by the first ones well enough. */
  private static final int SYMPTOMS_MAX = 8;

  private final Map<Symptom, Long> seen = new LinkedHashMap<>();
  private final Map<Symptom, Finding> findings = new LinkedHashMap<>();

  /** Counts a case; true when its symptom is new and worth a confirmation. */
  synchronized boolean isNew(Symptom symptom) {
    long times = seen.merge(symptom, 1L, Long::sum);
    return times == 1 && seen.size() <= SYMPTOMS_MAX;
  }

  /** Forgets a symptom that did not repeat, so that the next case that shows it gets its chance. */
  synchronized void unconfirmed(Symptom symptom) {
    seen.remove(symptom);
  }

  synchronized void keep(Symptom symptom, Finding finding) {
    findings.put(symptom, finding);
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
