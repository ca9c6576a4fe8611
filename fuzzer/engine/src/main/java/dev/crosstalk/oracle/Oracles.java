package dev.crosstalk.oracle;

import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import java.util.ArrayList;
import java.util.List;

/** Every oracle there is, in the order in which their violations are told. */
public final class Oracles {
  private static final List<Oracle> ALL =
      List.of(
          new MatchedOracle(),
          new TypedOracle(),
          new GarbledOracle(),
          new ErrorsGoHomeOracle(),
          new TransactionsOracle(),
          new ConnectionStateOracle(),
          new AtMostOnceOracle(),
          new OnceOracle(),
          new PushesApartOracle(),
          new InTimeOracle(),
          new RecoversOracle(),
          new CleanOracle());

  private Oracles() {}

  public static List<Oracle> all() {
    return ALL;
  }

  /** The names of all invariants, in their order. */
  public static List<String> invariants() {
    return ALL.stream().map(Oracle::invariant).toList();
  }

  /**
   * The family of an invariant.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Family familyOf(String invariant) {
    return ALL.stream()
        .filter(oracle -> oracle.invariant().equals(invariant))
        .map(Oracle::family)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no invariant '" + invariant + "'; there are " + invariants()));
  }

  /** Everything that a history violates; empty when every invariant holds. */
  public static List<Violation> judge(History history) {
    var index = new HistoryIndex(history);
    var violations = new ArrayList<Violation>();
    for (Oracle oracle : ALL) {
      violations.addAll(oracle.judge(index));
    }
    if (!violations.isEmpty()) {
      violations.removeIf(new IllegalBytes(index)::excuse);
    }
    return List.copyOf(violations);
  }
}
