package dev.crosstalk.sample;

import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.FailureMap;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import dev.crosstalk.spi.WorldKind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A driver for GET alone over {@link java.net.Socket}, at home in every world. It needs the SPI and
 * nothing else, so that it can be loaded from a folder. What a variant does wrong it does at the
 * call A2 alone, but for {@link #SHIFTING} and {@link #LEAVING}.
 */
public final class SampleDriver implements Driver {
  /** While this is set, {@link #SPINNING} spins. */
  public static final String SPINS = "crosstalk.sample.spins";

  /** Correct. */
  public static final Variant PLAIN = everywhere("plain").build();

  /** Gives an answer of nobody's, in every world. */
  public static final Variant CROSSING = everywhere("crossing").build();

  /** Gives the first call behind one that failed an answer of nobody's, however that one failed. */
  public static final Variant SHIFTING = everywhere("shifting").build();

  /** Gives an answer of nobody's in the simulated world, and is correct elsewhere. */
  public static final Variant DIFFERING = everywhere("differing").build();

  /** Says in the simulated world that it timed out, and is correct elsewhere. */
  public static final Variant IMPATIENT = everywhere("impatient").build();

  /** Waits for what nobody will give it. */
  public static final Variant STUCK = everywhere("stuck").build();

  /** Goes in circles and never lets go of its thread. */
  public static final Variant SPINNING = everywhere("spinning").build();

  /** Correct, but that each of its clients leaves a thread behind. */
  public static final Variant LEAVING = everywhere("leaving").build();

  /** Correct, and gathers what EXECUTE sends. */
  public static final Variant GATHERING = everywhere("gathering").pipeline().build();

  /** Gathers what EXECUTE sends, and waits for what nobody will give it when it gathers A2. */
  public static final Variant STUCK_GATHERING = everywhere("stuck-gathering").pipeline().build();

  /** Correct, and at home over TCP alone. */
  public static final Variant REAL = Variant.named("real").commands(Set.of("GET")).build();

  private static final FailureMap FAILURES =
      new FailureMap()
          .serverErrors(ErrorReplyException.class)
          .when(SocketTimeoutException.class, Outcome.TimedOut::new)
          .when(IOException.class, Outcome.ConnectionLost::new);

  private static VariantBuilder everywhere(String name) {
    return Variant.named(name).commands(Set.of("GET")).alsoIn(WorldKind.SIMULATED, WorldKind.FIRED);
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "sample",
        "1.0",
        Kind.CANARY,
        List.of(
            PLAIN,
            CROSSING,
            SHIFTING,
            DIFFERING,
            IMPATIENT,
            STUCK,
            SPINNING,
            LEAVING,
            GATHERING,
            STUCK_GATHERING,
            REAL));
  }

  @Override
  public Client open(Surroundings surroundings) {
    if (surroundings.variant().equals(LEAVING.name())) {
      new Thread(LockSupport::park).start();
    }
    var failed = new AtomicBoolean();
    return new Client() {
      @Override
      public Session session(SessionKind kind) throws IOException {
        var connection = new GetConnection(surroundings);
        if (surroundings.variant().equals(SHIFTING.name())) {
          return new ShiftingSession(connection, failed);
        }
        return kind == SessionKind.PIPELINE
            ? new GatheringSession(connection, Quirk.of(surroundings), SampleDriver.this)
            : new SampleSession(connection, Quirk.of(surroundings));
      }

      @Override
      public void close() {
        // Sessions are closed one by one.
      }
    };
  }

  @Override
  public Outcome outcomeOf(Throwable failure) {
    return FAILURES.outcomeOf(failure);
  }
}
