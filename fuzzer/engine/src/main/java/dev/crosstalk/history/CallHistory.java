package dev.crosstalk.history;

import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * One call: what was asked, when, and everything the driver reported.
 *
 * @param label the call's label; a probe's reads {@code A:probe-1}
 * @param step index of the step that started it; the number of steps for a probe
 * @param block label of the first call of the block that it stands in, be it MULTI; empty for a
 *     call outside blocks
 * @param session number of the session it ran on, counted from 1 in the order of their opening;
 *     another one after its lane gave the last one back, walked away, or opened it again; 0 when it
 *     got none
 * @param invokedNanos when it began on its lane; -1 when it never did
 * @param completions in the order reported; none while it is open, two when the driver is wrong
 * @param closedUnder whether a step closed the client of its session while it was open
 * @param completedByCaller whether one of its completions is its own caller's word, by whom the
 *     driver's future was completed; the driver may then report once more
 */
public record CallHistory(
    String label,
    String lane,
    Command command,
    boolean probe,
    int step,
    Optional<String> block,
    int session,
    long invokedNanos,
    List<Completion> completions,
    boolean closedUnder,
    boolean completedByCaller) {

  public CallHistory {
    completions = List.copyOf(completions);
  }

  /** Of a client that no step closed, and completed by nobody else. */
  public CallHistory(
      String label,
      String lane,
      Command command,
      boolean probe,
      int step,
      Optional<String> block,
      int session,
      long invokedNanos,
      List<Completion> completions) {
    this(
        label, lane, command, probe, step, block, session, invokedNanos, completions, false, false);
  }

  /** Whether it is answered only when its block has ended. */
  public boolean waitsInBlock() {
    return block.isPresent() && !Block.endsBy(command) && !command.name().equals(Block.MULTI);
  }

  public boolean began() {
    return invokedNanos >= 0;
  }

  public boolean endedOk() {
    return !completions.isEmpty() && completions.get(0).outcome() instanceof Outcome.Ok;
  }

  /** Begun and not ended when the history closed. */
  public boolean open() {
    return began() && completions.isEmpty();
  }
}
