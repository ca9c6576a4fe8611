package dev.crosstalk.generate;

import dev.crosstalk.spi.SessionKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A vocabulary for tests: what lanes start, and what else there is; nothing more. */
public final class VocabularyBuilder {
  /** What {@link Vocabulary} says yes or no to. */
  public enum Feature {
    BLOCKING,
    RESP3,
    CANCELS,
    FUTURES,
    INTERRUPTS,
    USER_ENCODER,
    USER_DECODER,
    CACHES,
    OWNS
  }

  private final List<String> commands;
  private final Set<Feature> features = EnumSet.noneOf(Feature.class);
  private SessionKind session = SessionKind.DIRECT;

  private VocabularyBuilder(Collection<String> commands) {
    this.commands = List.copyOf(new TreeSet<>(commands));
  }

  public static VocabularyBuilder starting(String... commands) {
    return starting(List.of(commands));
  }

  static VocabularyBuilder starting(Collection<String> commands) {
    return new VocabularyBuilder(commands);
  }

  public VocabularyBuilder with(Feature... more) {
    return with(List.of(more));
  }

  VocabularyBuilder with(Collection<Feature> more) {
    features.addAll(more);
    return this;
  }

  public VocabularyBuilder withAllBut(Feature one) {
    return with(EnumSet.complementOf(EnumSet.of(one)));
  }

  /** Where nothing is said, calls are made at once. */
  public VocabularyBuilder in(SessionKind kind) {
    session = kind;
    return this;
  }

  public Vocabulary build() {
    return new Vocabulary(
        commands,
        features.contains(Feature.BLOCKING),
        features.contains(Feature.RESP3),
        features.contains(Feature.CANCELS),
        features.contains(Feature.FUTURES),
        features.contains(Feature.INTERRUPTS),
        features.contains(Feature.USER_ENCODER),
        features.contains(Feature.USER_DECODER),
        features.contains(Feature.CACHES),
        features.contains(Feature.OWNS),
        session);
  }
}
