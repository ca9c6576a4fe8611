package dev.crosstalk.campaign;

import dev.crosstalk.worker.Cores;
import dev.crosstalk.worker.Death;
import dev.crosstalk.worker.Worker;
import dev.crosstalk.worker.WorkerJvm;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One worker of a target's crew: what it is to do, what it said, and what it holds. */
final class CrewMember implements Worker.Listener<FuzzAnswer> {
  private final TargetCrew crew;
  private final Stripe stripe;
  private final Cores cores;
  private final int deathsBefore;
  private final CaseMarker marker = CaseMarker.create();
  private final Set<Symptom> claims = new HashSet<>();
  private final Map<Symptom, Long> seen = new HashMap<>();
  private Optional<Worker<FuzzOrder, FuzzAnswer>> worker = Optional.empty();
  private Progress progress;
  private boolean done;
  private boolean retired;

  /**
   * A worker that is not begun.
   *
   * @param deathsBefore of workers of this stripe, one after the other, before they judged a case
   */
  CrewMember(TargetCrew crew, String target, Stripe stripe, Cores cores, int deathsBefore) {
    this.crew = crew;
    this.stripe = stripe;
    this.cores = cores;
    this.deathsBefore = deathsBefore;
    this.progress = Progress.together(target, List.of(), 0, Duration.ZERO);
  }

  synchronized void begin(Crews crews, WorkerJvm.Life life, FuzzOrder.Begin order) {
    worker = Optional.of(crews.take(cores, life));
    worker.get().listen(this);
    tell(order);
  }

  synchronized void tell(FuzzOrder order) {
    worker.ifPresent(it -> it.tell(order));
  }

  /** Nothing more is wanted of it. */
  synchronized void end() {
    worker.ifPresent(Worker::kill);
  }

  @Override
  public void told(FuzzAnswer answer) {
    note(answer);
    crew.told(this, answer);
  }

  private synchronized void note(FuzzAnswer answer) {
    switch (answer) {
      case FuzzAnswer.Report(Progress soFar, List<FuzzAnswer.Seen> symptoms, Coverage.Part _) -> {
        progress = soFar;
        symptoms.forEach(each -> seen.put(each.symptom(), each.times()));
      }
      case FuzzAnswer.Unconfirmed(Symptom symptom) -> claims.remove(symptom);
      case FuzzAnswer.Confirmed(Symptom symptom, FuzzAnswer.Saved _) -> claims.remove(symptom);
      case FuzzAnswer.Lost _ -> retired = true;
      case FuzzAnswer.Done _ -> done = true;
      case FuzzAnswer.Claim _, FuzzAnswer.Shrunk _, FuzzAnswer.Defect _ -> {}
    }
  }

  @Override
  public void died(Death death) {
    crew.died(this, death);
    marker.delete();
  }

  CaseMarker marker() {
    return marker;
  }

  Stripe stripe() {
    return stripe;
  }

  Cores cores() {
    return cores;
  }

  int deathsBefore() {
    return deathsBefore;
  }

  synchronized Progress progress() {
    return progress;
  }

  synchronized long times(Symptom symptom) {
    return seen.getOrDefault(symptom, 0L);
  }

  synchronized void holds(Symptom symptom) {
    claims.add(symptom);
  }

  /** What it was to look into when it died, and had not confirmed. */
  synchronized Set<Symptom> unconfirmed() {
    return Set.copyOf(claims);
  }

  /** Whether it did all it was told, rather than die. */
  synchronized boolean isDone() {
    return done;
  }

  /** Whether it was made to end, as a case of it did not come back. */
  synchronized boolean isRetired() {
    return retired;
  }
}
