package dev.crosstalk.campaign;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.UserCode;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * Which pairs met in a campaign: what was asked, what happened to it, and how far it was by then.
 * Counts steps that did something, in the cases it is given. Shared by threads.
 */
public final class Coverage {

  /** What a call is, as far as drivers treat it in a way of its own. */
  public enum Feature {
    TEXT,
    NUMBER,
    LIST,
    MAP,
    SET_OR_OTHER,
    NULL,
    ERROR,
    UNANSWERED,
    IN_BLOCK,
    SUBSCRIPTION,
    AMONG_OTHERS,
    USER_CODE,
    NO_CALL
  }

  /** How far a call was. */
  public enum Moment {
    UNSENT,
    WAITING,
    HALF_READ,
    GIVEN_UP,
    IDLE
  }

  /** A pair, at a moment. */
  public record Cell(Fault fault, Feature feature, Moment moment) {}

  /**
   * Some of what met.
   *
   * @param cases that were looked at
   */
  public record Part(List<Met> met, long cases) {
    public Part {
      met = List.copyOf(met);
    }
  }

  /** How often a pair met at a moment. */
  public record Met(Cell cell, long times) {}

  private final Map<Cell, LongAdder> met = new ConcurrentHashMap<>();
  private final LongAdder cases = new LongAdder();

  /** Counts what met in a case. */
  public void add(Scenario scenario, History history) {
    cases.increment();
    var index = new HistoryIndex(history);
    for (int i = 0; i < Math.min(scenario.steps().size(), history.steps().size()); i++) {
      Step step = scenario.steps().get(i);
      int at = i;
      if (history.steps().get(i).fate() != StepHistory.Fate.NOTHING) {
        Fault.of(step).ifPresent(fault -> add(fault, step, at, scenario, index));
      }
    }
  }

  /** Counts what was counted elsewhere. */
  public void add(Part part) {
    cases.add(part.cases());
    for (Met each : part.met()) {
      met.computeIfAbsent(each.cell(), unused -> new LongAdder()).add(each.times());
    }
  }

  /** Takes all that was counted so far, to be added to another one. */
  public Part take() {
    var taken = new ArrayList<Met>();
    met.forEach(
        (cell, times) -> {
          long sum = times.sumThenReset();
          if (sum > 0) {
            taken.add(new Met(cell, sum));
          }
        });
    return new Part(taken, cases.sumThenReset());
  }

  private void add(Fault fault, Step step, int at, Scenario scenario, HistoryIndex index) {
    List<CallHistory> hit =
        index.history().calls().stream()
            .filter(call -> !call.probe() && fault.hits(step, call))
            .filter(call -> call.step() < at || fault.comesBefore())
            .filter(call -> fault.aimsAtCall() || isOpen(call, at))
            .toList();
    if (hit.isEmpty()) {
      count(new Cell(fault, Feature.NO_CALL, Moment.IDLE));
    }
    for (CallHistory call : hit) {
      Moment moment = moment(call, at, scenario, index);
      for (Feature feature : features(call, at, index)) {
        count(new Cell(fault, feature, moment));
      }
    }
  }

  private void count(Cell cell) {
    met.computeIfAbsent(cell, unused -> new LongAdder()).increment();
  }

  private static boolean isOpen(CallHistory call, int at) {
    return call.completions().isEmpty() || call.completions().getFirst().step() >= at;
  }

  private static Moment moment(CallHistory call, int at, Scenario scenario, HistoryIndex index) {
    if (!isOpen(call, at)) {
      return Moment.GIVEN_UP;
    }
    if (index.labelled(call).stream().noneMatch(execution -> execution.step() <= at)) {
      return Moment.UNSENT;
    }
    boolean cut =
        scenario.steps().subList(0, at).stream()
            .anyMatch(step -> isPart(step, call) && !(step instanceof Step.Start));
    return cut ? Moment.HALF_READ : Moment.WAITING;
  }

  private static boolean isPart(Step step, CallHistory call) {
    return switch (step) {
      case Step.Tear tear -> tear.label().toString().equals(call.label());
      case Step.Deliver deliver -> deliver.label().toString().equals(call.label());
      default -> false;
    };
  }

  private static Set<Feature> features(CallHistory call, int at, HistoryIndex index) {
    var features = EnumSet.noneOf(Feature.class);
    List<Execution> executions = index.labelled(call);
    features.add(executions.isEmpty() ? Feature.UNANSWERED : of(executions.getLast().reply()));
    if (call.block().isPresent()) {
      features.add(Feature.IN_BLOCK);
    }
    if (Subscribing.isBy(call.command())) {
      features.add(Feature.SUBSCRIPTION);
    }
    if (UserCode.isIn(call.command())) {
      features.add(Feature.USER_CODE);
    }
    boolean others =
        index.history().calls().stream()
            .anyMatch(other -> other != call && other.step() < at && isOpen(other, at));
    if (others) {
      features.add(Feature.AMONG_OTHERS);
    }
    return features;
  }

  private static Feature of(Execution.Reply reply) {
    return switch (reply) {
      case Execution.Reply.Failure _ -> Feature.ERROR;
      case Execution.Reply.Answer(Value value) ->
          switch (value) {
            case Value.Nil _ -> Feature.NULL;
            case Value.Text _ -> Feature.TEXT;
            case Value.Number _ -> Feature.NUMBER;
            case Value.Items _ -> Feature.LIST;
            case Value.Pairs _ -> Feature.MAP;
            default -> Feature.SET_OR_OTHER;
          };
    };
  }

  /** How many cases were looked at. */
  public long cases() {
    return cases.sum();
  }

  /** How often a pair met, at whatever moment, in 100,000 cases; 0 when never. */
  public double per100k(Fault fault, Feature feature) {
    return per100k(cell -> cell.fault() == fault && cell.feature() == feature);
  }

  /** How often something happened to a call that was so far, in 100,000 cases; 0 when never. */
  public double per100k(Fault fault, Moment moment) {
    return per100k(cell -> cell.fault() == fault && cell.moment() == moment);
  }

  private double per100k(Predicate<Cell> which) {
    long sum = 0;
    for (Map.Entry<Cell, LongAdder> entry : met.entrySet()) {
      sum += which.test(entry.getKey()) ? entry.getValue().sum() : 0;
    }
    return cases.sum() == 0 ? 0 : 100_000.0 * sum / cases.sum();
  }

  /** Everything that has met, in no order. */
  public List<Cell> reached() {
    return new ArrayList<>(met.keySet());
  }
}
