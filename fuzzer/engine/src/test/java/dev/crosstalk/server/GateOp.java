package dev.crosstalk.server;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What can be done to a gate. */
sealed interface GateOp {
  List<String> LABELS = List.of("A1", "A2", "B1");
  int REPLY_BYTES_MAX = 12;

  /** A request was executed; without a label it is the driver's own. */
  record Owe(Optional<String> label, int bytes) implements GateOp {}

  record Hold(String label) implements GateOp {}

  record Await(String label) implements GateOp {}

  record StopAwaiting(String label) implements GateOp {}

  record Release(String label) implements GateOp {}

  record Deliver(String label, int bytes) implements GateOp {}

  record Tear(String label, int position) implements GateOp {}

  /**
   * Caused by the nth request, modulo their number, or by that of the push before if that is later;
   * nothing while there is no request.
   */
  record Push(int cause) implements GateOp {}

  record Heal() implements GateOp {}

  /** Everything but healing. */
  static Arbitrary<GateOp> steps() {
    Arbitrary<String> labels = Arbitraries.of(LABELS);
    Arbitrary<Integer> bytes = Arbitraries.integers().between(1, REPLY_BYTES_MAX + 2);
    return Arbitraries.frequencyOf(
        Tuple.of(4, owed(labels)),
        Tuple.of(1, labels.map(Hold::new)),
        Tuple.of(1, labels.map(Await::new)),
        Tuple.of(1, labels.map(StopAwaiting::new)),
        Tuple.of(2, labels.map(Release::new)),
        Tuple.of(2, Combinators.combine(labels, bytes).as(Deliver::new)),
        Tuple.of(1, Combinators.combine(labels, bytes).as((l, n) -> new Tear(l, n - 1))),
        Tuple.of(2, Arbitraries.integers().between(0, 20).map(Push::new)));
  }

  static Arbitrary<Owe> owed(Arbitrary<String> labels) {
    return Combinators.combine(
            labels.optional(0.7), Arbitraries.integers().between(3, REPLY_BYTES_MAX))
        .as(Owe::new);
  }

  /** The label an operation aims at; empty where it aims at none. */
  default Optional<String> target() {
    return switch (this) {
      case Owe owe -> owe.label();
      case Hold hold -> Optional.of(hold.label());
      case Await await -> Optional.of(await.label());
      case StopAwaiting stop -> Optional.of(stop.label());
      case Release release -> Optional.of(release.label());
      case Deliver deliver -> Optional.of(deliver.label());
      case Tear tear -> Optional.of(tear.label());
      case Push push -> Optional.empty();
      case Heal heal -> Optional.empty();
    };
  }
}
