package dev.crosstalk.sample;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import java.io.IOException;
import java.util.Optional;

/** One request, one reply. */
record SampleSession(GetConnection connection, Quirk quirk) implements Session {

  @Override
  public InFlight start(Command command, Completion completion)
      throws IOException, InterruptedException {
    String key = command.arguments().getFirst();
    Optional<Outcome> invented = Quirk.concerns(key) ? quirk.outcome() : Optional.empty();
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
