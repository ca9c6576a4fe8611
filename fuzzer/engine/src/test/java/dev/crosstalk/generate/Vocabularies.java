package dev.crosstalk.generate;

import dev.crosstalk.generate.VocabularyBuilder.Feature;
import dev.crosstalk.spi.SessionKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Vocabularies for tests. */
final class Vocabularies {
  /** All there is to say; of a cache the same is asked again, and few tests are made for that. */
  static final Vocabulary RICH =
      VocabularyBuilder.starting(names(Vocabulary.STARTED, true))
          .withAllBut(Feature.CACHES)
          .in(SessionKind.POOLED)
          .build();

  /** What an asynchronous driver of one command has to say. */
  static final Vocabulary POOR = VocabularyBuilder.starting("GET").build();

  private Vocabularies() {}

  /** Any mixture of commands and features. */
  static Arbitrary<Vocabulary> any() {
    return Combinators.combine(
            Arbitraries.subsetOf(Vocabulary.STARTED),
            Arbitraries.of(true, false),
            Arbitraries.subsetOf(EnumSet.complementOf(EnumSet.of(Feature.CACHES))),
            Arbitraries.of(SessionKind.class))
        .as(
            (started, more, features, kind) ->
                VocabularyBuilder.starting(names(started, more)).with(features).in(kind).build());
  }

  /** With those, if they are wanted, that change what a connection is. */
  private static Collection<String> names(Collection<String> started, boolean more) {
    var names = new TreeSet<>(started);
    if (more) {
      names.add(Vocabulary.SELECT);
      names.add(Vocabulary.TRACKING);
      names.addAll(List.of("SUBSCRIBE", "PSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE"));
    }
    return names;
  }
}
