package dev.crosstalk.bench;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.SessionKind;
import java.util.ArrayList;
import java.util.List;

/** A scenario under way. Where commands gather in a pipeline, each run of calls ends its block. */
final class Script {
  private final SessionKind session;
  private final List<Step> steps = new ArrayList<>();
  private final List<Caller> callers = new ArrayList<>();

  Script(SessionKind session) {
    this.session = session;
  }

  /** The caller of that number, counted from 0; the next new one is one higher than the last. */
  Caller lane(int index) {
    if (index == callers.size()) {
      callers.add(new Caller(Lane.at(index)));
    }
    return callers.get(index);
  }

  void add(Step step) {
    steps.add(step);
  }

  /** Plain settings, but with a connection for each caller in the pool. */
  Scenario scenario() {
    ScenarioSettings plain = ScenarioSettings.PLAIN;
    int lanes = Math.max(1, callers.size());
    return new Scenario(
        new ScenarioSettings(
            plain.protocol(),
            plain.timeout(),
            lanes,
            plain.database(),
            plain.credentials(),
            lanes,
            plain.reconnectDelay()),
        steps);
  }

  /** What one lane does. */
  final class Caller {
    private final Lane lane;
    private int started;
    private int called;

    private Caller(Lane lane) {
      this.lane = lane;
    }

    /** Starts a GET. */
    void call() {
      called = ++started;
      add(new Step.Start(latest(), Command.of("GET", "k" + latest()), false));
    }

    /** Ends the block of a pipeline; nothing elsewhere. */
    void execute() {
      if (session == SessionKind.PIPELINE) {
        add(new Step.Start(label(++started), Command.of(Block.EXECUTE), false));
      }
    }

    /** Waits for what was started last. */
    void await() {
      add(new Step.Await(label(started)));
    }

    /** Calls, each awaited before the next; in a pipeline they make one block. */
    void callsAnswered(int calls) {
      for (int i = 0; i < calls; i++) {
        call();
        if (session != SessionKind.PIPELINE) {
          await();
        }
      }
      if (session == SessionKind.PIPELINE) {
        execute();
        await();
      }
    }

    /** The latest GET. */
    Label latest() {
      return label(called);
    }

    private Label label(int number) {
      return new Label(lane, number);
    }
  }
}
