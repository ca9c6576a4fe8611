package dev.crosstalk.report;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.oracle.Words;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;

/** Calls and outcomes, short enough for a cell. */
final class Briefly {
  private static final int TEXT_MAX = 48;

  private Briefly() {}

  /** {@code A1 GET k1}. */
  static String call(CallHistory call) {
    return shortened(Words.of(call));
  }

  /** What a call got; of a failure no more than its kind, unless the detail is the point. */
  static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok(Value value) -> shortened(Words.of(value));
      case Outcome.Queued _ -> "queued";
      case Outcome.ServerError _ -> shortened(Words.of(outcome));
      case Outcome.TimedOut _ -> "timed out";
      case Outcome.Cancelled _ -> "cancelled";
      case Outcome.ConnectionLost _ -> "connection lost";
      case Outcome.Refused _ -> "refused";
      case Outcome.UserCodeFailed _ -> "user code failed";
      case Outcome.Garbled _ -> shortened(Words.of(outcome));
    };
  }

  private static String shortened(String text) {
    return Escapes.shortened(Escapes.visible(text), TEXT_MAX);
  }
}
