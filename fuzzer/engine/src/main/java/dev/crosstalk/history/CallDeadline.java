package dev.crosstalk.history;

import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.TimeoutScope;

/**
 * From which moment on a call is overdue: its driver's own timeout has passed by the allowance. The
 * call is granted one timeout period, one more where it may wait for a pool slot, and for each
 * connection that was opened meanwhile one for connecting and one for each handshake round trip.
 * Where the timeout bounds each read, the period starts anew with every byte that was let out.
 */
public final class CallDeadline {

  private CallDeadline() {}

  /** The moment in nanoseconds of the world's clock. The call must have begun. */
  public static long overdueNanos(History history, CallHistory call) {
    Terms terms = history.terms();
    var variant = history.subject().variant();
    long end = call.open() ? Long.MAX_VALUE : call.completions().get(0).atNanos();
    long from = call.invokedNanos();
    if (variant.timeoutScope() == TimeoutScope.PER_READ) {
      from = Math.max(from, lastSent(history, from, end));
    }
    long periods = 1 + (variant.session() == SessionKind.POOLED ? 1 : 0);
    periods += handshakePeriods(history, call.invokedNanos(), end);
    return from
        + periods * terms.timeoutNanos()
        + variant.ownDelayMax().toNanos()
        + terms.allowanceNanos();
  }

  private static long lastSent(History history, long from, long to) {
    long last = from;
    for (ConnectionHistory connection : history.connections()) {
      for (WireEvent event : connection.events()) {
        if (event instanceof WireEvent.Sent && event.atNanos() <= to) {
          last = Math.max(last, event.atNanos());
        }
      }
    }
    return last;
  }

  private static long handshakePeriods(History history, long from, long to) {
    long periods = 0;
    for (ConnectionHistory connection : history.connections()) {
      if (connection.openedNanos() >= from && connection.openedNanos() <= to) {
        periods += 1 + history.ownCommandsOn(connection.id());
      }
    }
    return periods;
  }
}
