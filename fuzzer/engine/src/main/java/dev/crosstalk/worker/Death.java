package dev.crosstalk.worker;

import java.util.List;

/**
 * How a worker ended.
 *
 * @param status its exit status; 128 and the signal's number where one ended it
 * @param lastLines of what it wrote to its standard error, 50 at most
 */
public record Death(int status, List<String> lastLines) {
  private static final int SIGNALS = 128;

  public Death {
    lastLines = List.copyOf(lastLines);
  }

  /** {@code exit status 3}, {@code signal 9}. */
  public String shown() {
    return status > SIGNALS ? "signal " + (status - SIGNALS) : "exit status " + status;
  }
}
