package dev.crosstalk.campaign;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.lab.Target;
import dev.crosstalk.sample.ErrorReplyException;
import dev.crosstalk.sample.GetConnection;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.FailureMap;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The smallest driver there is: blocking, for GET alone, and correct but for what is planted in it.
 */
final class GetDriver implements Driver {
  private static final FailureMap FAILURES =
      new FailureMap()
          .serverErrors(ErrorReplyException.class)
          .when(SocketTimeoutException.class, Outcome.TimedOut::new)
          .when(IOException.class, Outcome.ConnectionLost::new);

  private final String name;
  private final Function<String, Optional<Outcome>> planted;

  private GetDriver(String name, Function<String, Optional<Outcome>> planted) {
    this.name = name;
    this.planted = planted;
  }

  static Target correct() {
    return planted(key -> Optional.empty());
  }

  /**
   * A driver that gives some keys outcomes of its own invention, without asking the server.
   *
   * @param planted the outcome for a key; empty where it does what it should
   */
  static Target planted(Function<String, Optional<Outcome>> planted) {
    return named("get", planted);
  }

  static Target named(String name, Function<String, Optional<Outcome>> planted) {
    var driver = new GetDriver(name, planted);
    Declaration declaration = driver.declaration();
    return new Target(
        new LoadedDriver(driver, declaration, Path.of("nowhere")), declaration.variants().get(0));
  }

  /** Answers every key that names a call, or starts with its name, with an answer of nobody's. */
  static Function<String, Optional<Outcome>> crossing(String label) {
    return key ->
        key.matches("(?s)k" + label + "([^0-9].*)?") ? Optional.of(crossed()) : Optional.empty();
  }

  static Outcome crossed() {
    return new Outcome.Ok(new Value.Text("somebody else's"));
  }

  @Override
  public Declaration declaration() {
    Variant variant = Variant.named("raw").commands(Set.of("GET")).build();
    return new Declaration(name, "1.0", Kind.CANARY, List.of(variant));
  }

  @Override
  public Client open(Surroundings surroundings) {
    return new Client() {
      @Override
      public Session session(SessionKind kind) throws IOException {
        return new GetSession(new GetConnection(surroundings));
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

  private final class GetSession implements Session {
    private final GetConnection connection;

    GetSession(GetConnection connection) {
      this.connection = connection;
    }

    @Override
    public InFlight start(Command command, Completion completion) throws IOException {
      String key = command.arguments().get(0);
      Optional<Outcome> invented = planted.apply(key);
      completion.complete(
          invented.isPresent() ? invented.get() : new Outcome.Ok(connection.get(key)));
      return InFlight.ENDED;
    }

    @Override
    public boolean usable() {
      return connection.isOpen();
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
