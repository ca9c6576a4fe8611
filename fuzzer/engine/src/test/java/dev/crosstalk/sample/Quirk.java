package dev.crosstalk.sample;

import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Value;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** What a variant of {@link SampleDriver} does at the call A2 instead of asking the server. */
interface Quirk {
  Quirk NONE = Optional::empty;

  /** Whether this is the key of A2, as scenarios are written and as they are generated. */
  static boolean concerns(String key) {
    return key.matches("(?s)kA2([^0-9].*)?");
  }

  /** The outcome; empty where the server is to be asked. */
  Optional<Outcome> outcome() throws InterruptedException;

  static Quirk of(Surroundings surroundings) {
    boolean simulated = surroundings.simulation().isPresent();
    return switch (surroundings.variant()) {
      case "crossing" -> Quirk::crossed;
      case "differing" -> simulated ? Quirk::crossed : NONE;
      case "impatient" -> simulated ? Quirk::timedOut : NONE;
      case "stuck", "stuck-gathering" -> Quirk::stuck;
      case "spinning" -> Quirk::spinning;
      default -> NONE;
    };
  }

  private static Optional<Outcome> crossed() {
    return Optional.of(new Outcome.Ok(new Value.Text("somebody else's")));
  }

  private static Optional<Outcome> timedOut() {
    return Optional.of(new Outcome.TimedOut("at once"));
  }

  private static Optional<Outcome> stuck() throws InterruptedException {
    new CountDownLatch(1).await();
    return Optional.empty();
  }

  private static Optional<Outcome> spinning() {
    while (System.getProperty(SampleDriver.SPINS) != null) {
      Thread.onSpinWait();
    }
    return Optional.empty();
  }
}
