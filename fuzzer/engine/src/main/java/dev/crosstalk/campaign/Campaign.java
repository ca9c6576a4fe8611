package dev.crosstalk.campaign;

import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.spi.WorldKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Fuzzes its targets one after the other under one budget. */
public final class Campaign {
  private final CampaignPlan plan;
  private final Fuzzing fuzzing;
  private final CampaignEvents events;
  private final Coverage coverage = new Coverage();
  private final List<TargetRun> begun = new ArrayList<>();
  private boolean stopped;

  /** Fuzzes one target. */
  @FunctionalInterface
  private interface Fuzzing {
    TargetRun of(Campaign campaign, Target target, Budget share);
  }

  private Campaign(CampaignPlan plan, Fuzzing fuzzing, CampaignListener listener) {
    this.plan = plan;
    this.fuzzing = fuzzing;
    this.events = new CampaignEvents(listener);
  }

  /** A campaign that runs all its cases in this process. */
  public static Campaign here(CampaignPlan plan, Worlds worlds, CampaignListener listener) {
    return new Campaign(
        plan,
        (campaign, target, share) ->
            new TargetCampaign(
                plan,
                target,
                new CaseNumbers(share),
                new Claims.Alone(),
                worlds,
                campaign.events,
                campaign.coverage),
        listener);
  }

  /**
   * A campaign that runs its cases in worker processes.
   *
   * @param worlds the kinds that will do, the best first; empty for the best that a variant has
   */
  public static Campaign inWorkers(
      CampaignPlan plan, List<WorldKind> worlds, Crews crews, CampaignListener listener) {
    return new Campaign(
        plan,
        (campaign, target, share) ->
            new TargetCrew(
                plan,
                target,
                share,
                worlds,
                crews,
                target.equals(plan.targets().getLast()),
                campaign.events,
                campaign.coverage),
        listener);
  }

  /** Runs to the end of the budget, or until {@link #stop}; once. */
  public CampaignSummary run() {
    try {
      for (Target target : plan.targets()) {
        Optional<TargetRun> next = begin(target);
        if (next.isPresent()) {
          next.get().run();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stop();
    }
    return summary();
  }

  /** Lets {@link #run} come back soon, with what there is by then; from any thread. */
  public synchronized void stop() {
    stopped = true;
    begun.forEach(TargetRun::stop);
  }

  private synchronized Optional<TargetRun> begin(Target target) {
    if (stopped) {
      return Optional.empty();
    }
    TargetRun run = fuzzing.of(this, target, share(target));
    begun.add(run);
    return Optional.of(run);
  }

  private Budget share(Target target) {
    return switch (plan.budget()) {
      case Budget.Time(Duration duration) ->
          new Budget.Time(duration.dividedBy(plan.targets().size()));
      case Budget.Cases cases -> cases;
      case Budget.All _ -> new Budget.Cases(all(target));
    };
  }

  private long all(Target target) {
    return switch (plan.generation()) {
      case Generation.Every every ->
          every.count(Vocabulary.of(target.variant())).orElse(Generation.Every.MOST);
      case Generation.Drawn _ -> Long.MAX_VALUE;
    };
  }

  private synchronized CampaignSummary summary() {
    return new CampaignSummary(
        plan.generation(),
        plan.budget() instanceof Budget.All
            ? OptionalLong.of(plan.targets().stream().mapToLong(this::all).sum())
            : OptionalLong.empty(),
        begun.stream().map(TargetRun::progress).toList(),
        begun.stream().flatMap(target -> target.findings().stream()).toList(),
        events.defects(),
        coverage,
        stopped);
  }
}
