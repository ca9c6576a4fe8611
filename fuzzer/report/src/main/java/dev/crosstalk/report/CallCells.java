package dev.crosstalk.report;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.Delivery;
import dev.crosstalk.history.History;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of the calls, in words: {@code A1 -> "k1@0:default#1"}. */
final class CallCells {
  static final String WRONG = "!! ";

  private CallCells() {}

  /**
   * Everything in the order of its time.
   *
   * @param telling the call whose outcomes are marked as wrong
   */
  static List<CallCell> all(History history, Optional<String> telling) {
    var cells = new ArrayList<CallCell>();
    for (CallHistory call : history.calls()) {
      boolean wrong = telling.isPresent() && telling.get().equals(call.label());
      if (call.probe()) {
        String text = Briefly.call(call);
        cells.add(cell(call, call.step(), call.invokedNanos(), text, Tone.PLAIN));
      }
      for (Completion completion : call.completions()) {
        String text = call.label() + " -> " + Briefly.outcome(completion.outcome());
        cells.add(outcome(call, completion.step(), completion.atNanos(), text, wrong));
      }
      if (call.completions().isEmpty()) {
        String text = call.label() + (call.began() ? " is still open" : " never began");
        cells.add(outcome(call, history.steps().size() - 1, history.endedNanos(), text, wrong));
      }
    }
    for (Delivery told : history.deliveries()) {
      history.calls().stream()
          .filter(call -> call.session() == told.session())
          .findFirst()
          .ifPresent(call -> cells.add(told(call, told)));
    }
    cells.sort(Comparator.comparingInt(CallCell::step).thenComparingLong(CallCell::atNanos));
    return cells;
  }

  /** In the column of the lane whose listener it was. */
  private static CallCell told(CallHistory call, Delivery told) {
    String text =
        "told "
            + Briefly.outcome(new Outcome.Ok(Value.of(told.message())))
            + " for "
            + told.pattern().orElse(told.channel())
            + (told.failed() ? ", and throws" : "");
    return new CallCell(
        told.step(), told.atNanos(), call.lane(), call.label(), false, text, Tone.OUTCOME);
  }

  private static CallCell outcome(
      CallHistory call, int step, long atNanos, String text, boolean wrong) {
    return wrong
        ? cell(call, step, atNanos, WRONG + text, Tone.WRONG)
        : cell(call, step, atNanos, text, Tone.OUTCOME);
  }

  private static CallCell cell(CallHistory call, int step, long at, String text, Tone tone) {
    return new CallCell(step, at, call.lane(), call.label(), call.probe(), text, tone);
  }
}
