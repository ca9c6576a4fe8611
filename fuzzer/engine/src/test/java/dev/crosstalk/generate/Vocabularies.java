package dev.crosstalk.generate;

import dev.crosstalk.spi.SessionKind;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Vocabularies for tests. */
final class Vocabularies {
  /** All there is to say. */
  static final Vocabulary RICH =
      new Vocabulary(
          sorted(Vocabulary.STARTED, true),
          true,
          true,
          true,
          true,
          true,
          true,
          true,
          false,
          true,
          SessionKind.POOLED);

  /** What an asynchronous driver of one command has to say. */
  static final Vocabulary POOR =
      new Vocabulary(
          List.of("GET"),
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          SessionKind.DIRECT);

  /** There is no combining of more than eight. */
  private record Some(List<String> names, boolean futures) {}

  private Vocabularies() {}

  /** Any mixture of commands and features. */
  static Arbitrary<Vocabulary> any() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<SessionKind> kind = Arbitraries.of(SessionKind.class);
    Arbitrary<List<String>> commands =
        Combinators.combine(Arbitraries.subsetOf(Vocabulary.STARTED), flag)
            .as(Vocabularies::sorted);
    Arbitrary<Function<SessionKind, Vocabulary>> ofKinds =
        Combinators.combine(
                Combinators.combine(commands, flag).as(Vocabularies.Some::new),
                flag,
                flag,
                flag,
                flag,
                flag,
                flag,
                flag)
            .as(
                (some, a, b, c, d, e, f, g) ->
                    of -> new Vocabulary(some.names, a, b, c, some.futures, d, e, f, false, g, of));
    return Combinators.combine(ofKinds, kind).as(Function::apply);
  }

  private static List<String> sorted(Iterable<String> names, boolean tracking) {
    var sorted = new TreeSet<String>();
    names.forEach(sorted::add);
    if (tracking) {
      sorted.add(Vocabulary.SELECT);
      sorted.add(Vocabulary.TRACKING);
      sorted.addAll(List.of("SUBSCRIBE", "PSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE"));
    }
    return List.copyOf(sorted);
  }
}
