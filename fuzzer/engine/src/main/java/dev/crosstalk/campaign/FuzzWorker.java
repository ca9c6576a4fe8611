package dev.crosstalk.campaign;

import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.TargetReference;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.worker.Messages;
import dev.crosstalk.worker.Supervisor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Runs a stripe of a target's cases, and looks into what it finds, in a process that may die. */
public final class FuzzWorker {
  private final Function<TargetReference, Target> targets;
  private final Supervisor<FuzzOrder, FuzzAnswer> supervisor;
  private final Coverage coverage = new Coverage();

  /** Where a claim waits for its answer. */
  private final Map<Symptom, CompletableFuture<Integer>> claims = new ConcurrentHashMap<>();

  /**
   * A worker of the process that started this one.
   *
   * @param targets loads what it is told of
   */
  public FuzzWorker(Function<TargetReference, Target> targets) {
    this.targets = targets;
    this.supervisor = Supervisor.ofThisProcess(orders(), answers());
  }

  /** Campaigns tell of time and of scenarios in records of their own. */
  static Messages<FuzzOrder> orders() {
    return Messages.of(FuzzOrder.class, Generation.class, Budget.class);
  }

  static Messages<FuzzAnswer> answers() {
    return Messages.of(FuzzAnswer.class);
  }

  /** Does as it is told; once. */
  public void run() throws InterruptedException {
    supervisor.load();
    if (!(supervisor.next() instanceof FuzzOrder.Begin begin)) {
      throw new IllegalStateException("told too early");
    }
    Target target = targets.apply(begin.target());
    var plan =
        new CampaignPlan(
            List.of(target), begin.budget(), begin.generation(), Path.of(begin.folder()));
    CaseMarker marker = CaseMarker.of(Path.of(begin.marker()));
    var numbers = new CaseNumbers(begin.budget(), begin.stripe(), marker::set);
    try (Worlds worlds = new Worlds(begin.worlds())) {
      var teller = new Teller();
      var campaign =
          new TargetCampaign(
              plan, target, numbers, new Asking(), worlds, new CampaignEvents(teller), coverage);
      teller.campaign = campaign;
      supervisor.listen(order -> told(order, campaign));
      campaign.run();
    }
    supervisor.tell(new FuzzAnswer.Done());
  }

  /** Asks the supervisor. */
  private final class Asking implements Claims {
    @Override
    public int claim(Symptom symptom) {
      var answer = new CompletableFuture<Integer>();
      claims.put(symptom, answer);
      supervisor.tell(new FuzzAnswer.Claim(symptom));
      return answer.join();
    }

    @Override
    public void unconfirmed(Symptom symptom) {
      supervisor.tell(new FuzzAnswer.Unconfirmed(symptom));
    }
  }

  private void told(FuzzOrder order, TargetCampaign campaign) {
    switch (order) {
      case FuzzOrder.Begin again -> throw new IllegalStateException("told twice: " + again);
      case FuzzOrder.Granted(Symptom symptom, int number) ->
          claims.remove(symptom).complete(number);
      case FuzzOrder.Forget(Symptom symptom) -> campaign.forget(symptom);
      case FuzzOrder.Stop _ -> campaign.stop();
    }
  }

  /** Tells the supervisor of the course. */
  private final class Teller implements CampaignListener {
    private TargetCampaign campaign;

    @Override
    public void progress(Progress progress) {
      supervisor.tell(new FuzzAnswer.Report(progress, campaign.seen(), coverage.take()));
    }

    @Override
    public void confirmed(Finding finding) {
      supervisor.tell(
          new FuzzAnswer.Confirmed(campaign.symptomOf(finding), FuzzAnswer.Saved.of(finding)));
    }

    @Override
    public void shrunk(Finding finding) {
      supervisor.tell(
          new FuzzAnswer.Shrunk(campaign.symptomOf(finding), FuzzAnswer.Saved.of(finding)));
    }

    @Override
    public void lost(CaseDefect lost) {
      supervisor.tell(new FuzzAnswer.Lost(lost));
    }

    @Override
    public void defect(CaseDefect defect) {
      supervisor.tell(new FuzzAnswer.Defect(defect));
    }
  }
}
