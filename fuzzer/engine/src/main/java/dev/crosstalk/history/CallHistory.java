package dev.crosstalk.history;

import dev.crosstalk.spi.Command;
import java.util.List;

/**
 * One call: what was asked, when, and everything the driver reported.
 *
 * @param label the call's label; a probe's reads {@code A:probe-1}
 * @param step index of the step that started it; the number of steps for a probe
 * @param invokedNanos when it began on its lane; -1 when it never did
 * @param completions in the order reported; none while it is open, two when the driver is wrong
 */
public record CallHistory(
    String label,
    String lane,
    Command command,
    boolean probe,
    int step,
    long invokedNanos,
    List<Completion> completions) {

  public CallHistory {
    completions = List.copyOf(completions);
  }

  public boolean began() {
    return invokedNanos >= 0;
  }

  /** Begun and not ended when the history closed. */
  public boolean open() {
    return began() && completions.isEmpty();
  }
}
