package dev.crosstalk.campaign;

import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.worker.Cores;
import dev.crosstalk.worker.Death;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The part of a campaign that fuzzes one target, in worker processes: each runs a stripe of the
 * cases. One that dies is replaced by another, which goes on behind the case that killed it; what
 * was confirmed by then is saved.
 */
final class TargetCrew implements TargetRun {
  private static final long TICK_MILLIS = 250;

  /** The next target's worker takes so long to begin. */
  private static final Duration NEARLY_OVER = Duration.ofMillis(700);

  /** A stripe whose workers die so often in a row without having judged a case is given up. */
  private static final int DEATHS_MAX = 3;

  private final CampaignPlan plan;
  private final Target target;
  private final Budget budget;
  private final List<WorldKind> worlds;
  private final Crews crews;
  private final boolean last;
  private final CampaignEvents events;
  private final Coverage coverage;
  private final Symptoms symptoms = new Symptoms();
  private final List<CrewMember> members = new ArrayList<>();

  /** Those of workers that are gone are among them. */
  private final List<CrewMember> everybody = new ArrayList<>();

  private final long startNanos = System.nanoTime();
  private int claimed;
  private int atWork;
  private long deaths;
  private boolean stopped;

  /**
   * A target's campaign.
   *
   * @param budget this target's share
   * @param last whether no other target comes after it
   * @param worlds the kinds that will do, the best first; empty for the best that the variant has
   */
  TargetCrew(
      CampaignPlan plan,
      Target target,
      Budget budget,
      List<WorldKind> worlds,
      Crews crews,
      boolean last,
      CampaignEvents events,
      Coverage coverage) {
    this.plan = plan;
    this.target = target;
    this.budget = budget;
    this.worlds = worlds;
    this.crews = crews;
    this.last = last;
    this.events = events;
    this.coverage = coverage;
  }

  @Override
  public void run() throws InterruptedException {
    // While the workers begin: then the first finding need not wait for a library.
    Thread.ofPlatform().daemon().name("crosstalk-loading").start(TargetCrew::load);
    List<Cores> cores = Cores.among(crews.workersFor(budget));
    synchronized (this) {
      for (int i = 0; i < cores.size(); i++) {
        begin(new Stripe(i, cores.size()), cores.get(i), 0);
      }
    }
    try {
      while (isAtWork()) {
        events.progress(progress());
        if (!last && isNearlyOver()) {
          crews.prepare(budget);
        }
      }
    } finally {
      everybody().forEach(CrewMember::end);
    }
    events.progress(progress());
  }

  private boolean isNearlyOver() {
    return left() instanceof Budget.Time(Duration left) && left.compareTo(NEARLY_OVER) < 0;
  }

  private static void load() {
    FuzzWorker.answers().load();
    FindingFiles.load();
  }

  private synchronized boolean isAtWork() throws InterruptedException {
    if (atWork > 0) {
      wait(TICK_MILLIS);
    }
    return atWork > 0;
  }

  /** With the lock held. */
  private void begin(Stripe stripe, Cores cores, int deathsBefore) {
    if (!stopped) {
      var member = new CrewMember(this, target.name(), stripe, cores, deathsBefore);
      members.add(member);
      everybody.add(member);
      atWork++;
      member.begin(crews, Crews.lifeFor(budget), order(stripe, member));
    }
  }

  private FuzzOrder.Begin order(Stripe stripe, CrewMember member) {
    return new FuzzOrder.Begin(
        target.reference(),
        plan.generation(),
        left(),
        worlds,
        plan.folder().toString(),
        stripe,
        member.marker().file().toString());
  }

  private boolean hasMore(Stripe stripe) {
    return switch (left()) {
      case Budget.Time(Duration duration) -> duration.isPositive();
      case Budget.Cases(long cases) -> stripe.first() < cases;
      case Budget.All _ -> true;
    };
  }

  private Budget left() {
    return switch (budget) {
      case Budget.Time(Duration duration) -> {
        Duration left = duration.minusNanos(System.nanoTime() - startNanos);
        yield new Budget.Time(left.isNegative() ? Duration.ZERO : left);
      }
      case Budget.Cases cases -> cases;
      case Budget.All all -> all;
    };
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    members.forEach(member -> member.tell(new FuzzOrder.Stop()));
  }

  private synchronized long deaths() {
    return deaths;
  }

  private synchronized List<CrewMember> everybody() {
    return List.copyOf(everybody);
  }

  @Override
  public Progress progress() {
    List<CrewMember> all = everybody();
    return Progress.together(
        target.name(), all.stream().map(CrewMember::progress).toList(), deaths(), elapsed(all));
  }

  /** The workers of a stripe come one after the other, stripes run side by side. */
  private static Duration elapsed(List<CrewMember> all) {
    Map<Long, Duration> byStripe =
        all.stream()
            .collect(
                Collectors.toMap(
                    member -> member.stripe().first() % member.stripe().step(),
                    member -> member.progress().elapsed(),
                    Duration::plus));
    return byStripe.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  @Override
  public List<Finding> findings() {
    List<CrewMember> all = everybody();
    return symptoms.findings(
        symptom -> all.stream().mapToLong(member -> member.times(symptom)).sum());
  }

  /** What a worker said that concerns others; on a thread of the worker's. */
  void told(CrewMember member, FuzzAnswer answer) {
    switch (answer) {
      case FuzzAnswer.Report(Progress _, List<FuzzAnswer.Seen> _, Coverage.Part met) ->
          coverage.add(met);
      case FuzzAnswer.Claim(Symptom symptom) -> claim(member, symptom);
      case FuzzAnswer.Unconfirmed(Symptom symptom) -> forget(symptom);
      case FuzzAnswer.Confirmed(Symptom symptom, FuzzAnswer.Saved saved) -> {
        Finding finding = FindingFiles.read(target, saved);
        symptoms.keep(symptom, finding);
        events.confirmed(finding);
      }
      case FuzzAnswer.Shrunk(Symptom symptom, FuzzAnswer.Saved saved) -> {
        Finding finding = FindingFiles.read(target, saved);
        symptoms.keep(symptom, finding);
        events.shrunk(finding);
      }
      case FuzzAnswer.Lost(CaseDefect lost) -> {
        events.lost(lost);
        // What does not come back may go on for ever: the processor is for the next one.
        member.tell(new FuzzOrder.Stop());
      }
      case FuzzAnswer.Defect(CaseDefect defect) -> events.defect(defect);
      case FuzzAnswer.Done _ -> member.end();
    }
  }

  private synchronized void claim(CrewMember member, Symptom symptom) {
    boolean granted = symptoms.isNew(symptom);
    if (granted) {
      claimed++;
      member.holds(symptom);
    }
    member.tell(new FuzzOrder.Granted(symptom, granted ? claimed : 0));
  }

  private synchronized void forget(Symptom symptom) {
    symptoms.unconfirmed(symptom);
    members.forEach(member -> member.tell(new FuzzOrder.Forget(symptom)));
  }

  /** A worker is gone: its work is done, or another takes it over. */
  void died(CrewMember member, Death death) {
    OptionalLong latest = member.marker().latest();
    if (!member.isDone()) {
      String why = "its process ended with " + death.shown() + saying(death);
      events.lost(
          latest.isPresent()
              ? LostFiles.save(plan, target, latest.getAsLong(), why)
              : new CaseDefect(target.name(), plan.generation().name() + "/warm-up", why, ""));
    }
    member.unconfirmed().forEach(this::forget);
    synchronized (this) {
      members.remove(member);
      deaths += member.isDone() ? 0 : 1;
      replace(member, latest, death);
      atWork--;
      notifyAll();
    }
  }

  private static String saying(Death death) {
    return death.lastLines().isEmpty() ? "" : ": " + death.lastLines().getLast();
  }

  /** With the lock held. */
  private void replace(CrewMember member, OptionalLong latest, Death death) {
    Stripe left = latest.isPresent() ? member.stripe().behind(latest.getAsLong()) : member.stripe();
    boolean judged = latest.isPresent() && latest.getAsLong() > member.stripe().first();
    int deathsInARow = judged ? 0 : member.deathsBefore() + 1;
    if ((member.isDone() && !member.isRetired()) || !hasMore(left)) {
      return;
    }
    if (deathsInARow >= DEATHS_MAX && !member.isDone()) {
      events.defect(
          new CaseDefect(
              target.name(),
              plan.generation().name() + "/" + left.first(),
              "%d workers died one after the other before they judged a case: %s"
                  .formatted(deathsInARow, death.shown()),
              String.join("\n", death.lastLines())));
      return;
    }
    begin(left, member.cores(), member.isDone() ? 0 : deathsInARow);
  }
}
