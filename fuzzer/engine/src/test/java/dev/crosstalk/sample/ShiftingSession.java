package dev.crosstalk.sample;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Value;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives the first call behind one that failed an answer of nobody's.
 *
 * @param failed shared by the sessions of a client, as the next call may be on another
 */
record ShiftingSession(GetConnection connection, AtomicBoolean failed) implements Session {

  @Override
  public InFlight start(Command command, Completion completion) throws IOException {
    if (failed.getAndSet(false)) {
      completion.complete(new Outcome.Ok(new Value.Text("somebody else's")));
      return InFlight.ENDED;
    }
    try {
      completion.complete(new Outcome.Ok(connection.get(command.arguments().getFirst())));
      return InFlight.ENDED;
    } catch (IOException | RuntimeException failure) {
      failed.set(true);
      throw failure;
    }
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
