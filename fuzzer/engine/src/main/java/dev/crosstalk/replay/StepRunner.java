package dev.crosstalk.replay;

import dev.crosstalk.history.LazyText;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.scenario.StepText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs the steps of a scenario in their order, each settled before the next unless it says so. */
final class StepRunner {
  private final Case run;
  private final ClientSteps client;
  private final ServerSteps server;
  private final Settling settling;
  private final List<StepHistory> done = new ArrayList<>();

  StepRunner(Case run, Map<Lane, LaneState> lanes, Sessions sessions, Settling settling) {
    this.run = run;
    this.settling = settling;
    this.client = new ClientSteps(run, lanes, sessions, settling);
    this.server = new ServerSteps(run, settling);
  }

  /** What became of the steps so far. */
  List<StepHistory> done() {
    return done;
  }

  void runAll() {
    for (Step step : run.scenario().steps()) {
      run.step(done.size());
      run.choices().begin(step);
      record(new LazyText(() -> StepText.of(step)), () -> runOne(step));
      if (!(step instanceof Step.Choose)) {
        run.choices().forgetWritten();
      }
      run.requireNoDefect();
    }
    run.step(done.size());
    run.choices().beginHealing();
  }

  /** Runs something as a step under a text of its own. */
  void record(LazyText text, Supplier<StepFate> task) {
    long from = run.stage().nanos();
    StepFate fate = task.get();
    done.add(
        new StepHistory(done.size(), text, fate.fate(), fate.note(), from, run.stage().nanos()));
  }

  private StepFate choose(Step.Choose choose) {
    run.choices().write(choose.options());
    return StepFate.DONE;
  }

  private StepFate runOne(Step step) {
    StepFate fate =
        switch (step) {
          case Step.ClientStep ours -> client.run(ours);
          case Step.ServerStep theirs -> server.run(theirs);
          case Step.Expire expire -> client.expire();
          case Step.Tick tick -> client.tick();
          case Step.Choose choose -> choose(choose);
        };
    if (fate.fate() == Fate.NOTHING || step instanceof Step.Choose) {
      return fate;
    }
    if (step.atOnce()) {
      run.stage().proceed();
      return fate;
    }
    boolean settled = settling.settle();
    if (settled) {
      run.markRead();
    }
    return settled ? fate : StepFate.settled(false);
  }
}
