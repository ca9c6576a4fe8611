package dev.crosstalk.contract;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.List;

/** Calls of a lane in the order of their labels, in blocks as a variant's sessions have them. */
final class BlockSteps {
  private final SessionKind kind;
  private final Lane lane;
  private final boolean awaited;
  private final List<Step> steps = new ArrayList<>();
  private int started;

  /**
   * No calls yet.
   *
   * @param awaited whether each call is awaited, as far as its block lets it end
   */
  BlockSteps(Variant variant, Lane lane, boolean awaited) {
    this.kind = variant.session();
    this.lane = lane;
    this.awaited = awaited;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The label of the next call. */
  Label next() {
    return new Label(lane, started + 1);
  }

  BlockSteps call(Command command) {
    Label label = next();
    started++;
    steps.add(new Step.Start(label, command, false));
    // In a pipeline, nothing comes before the block has run.
    if (awaited && (kind != SessionKind.PIPELINE || Block.endsBy(command))) {
      steps.add(new Step.Await(label));
    }
    return this;
  }

  /** A key of its own, so that its answer names it. */
  BlockSteps get() {
    return call(Command.of("GET", "k" + next()));
  }

  BlockSteps begin() {
    return kind == SessionKind.TRANSACTION ? call(Command.of(Block.MULTI)) : this;
  }

  BlockSteps end() {
    return switch (kind) {
      case DIRECT, POOLED -> this;
      case PIPELINE -> call(Command.of(Block.EXECUTE));
      case TRANSACTION -> call(Command.of(Block.EXEC));
    };
  }

  /** Runs what waits only where commands cannot be asked but in a block. */
  BlockSteps run() {
    return kind == SessionKind.PIPELINE ? end() : this;
  }

  BlockSteps awaitLast() {
    return then(new Step.Await(new Label(lane, started)));
  }

  BlockSteps then(Step step) {
    steps.add(step);
    return this;
  }
}
