package dev.crosstalk.replay;

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

  StepRunner(Case run, Map<Lane, LaneState> lanes, Settling settling) {
    this.run = run;
    this.settling = settling;
    this.client = new ClientSteps(run, lanes, settling);
    this.server = new ServerSteps(run, settling);
  }

  /** What became of the steps so far. */
  List<StepHistory> done() {
    return done;
  }

  void runAll() {
    for (Step step : run.scenario().steps()) {
      run.step(done.size());
      record(StepText.of(step), () -> runOne(step));
      run.requireNoDefect();
    }
    run.step(done.size());
  }

  /** Runs something as a step under a text of its own. */
  void record(String text, Supplier<StepFate> task) {
    long from = run.stage().nanos();
    StepFate fate = task.get();
    done.add(
        new StepHistory(done.size(), text, fate.fate(), fate.note(), from, run.stage().nanos()));
  }

  private StepFate runOne(Step step) {
    StepFate fate =
        switch (step) {
          case Step.ClientStep ours -> client.run(ours);
          case Step.ServerStep theirs -> server.run(theirs);
          case Step.Expire expire -> client.expire();
        };
    if (fate.fate() == Fate.NOTHING || step.atOnce()) {
      return fate;
    }
    boolean settled = settling.settle();
    return settled ? fate : StepFate.settled(false);
  }
}
