package dev.crosstalk.sample;

import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes nothing before EXECUTE. */
final class GatheringSession implements Session {

  private record Waiting(String key, Completion completion) {}

  private final GetConnection connection;
  private final Quirk quirk;
  private final Driver driver;
  private final List<Waiting> block = new ArrayList<>();

  GatheringSession(GetConnection connection, Quirk quirk, Driver driver) {
    this.connection = connection;
    this.quirk = quirk;
    this.driver = driver;
  }

  @Override
  public InFlight start(Command command, Completion completion)
      throws IOException, InterruptedException {
    if (!command.name().equals(Block.EXECUTE)) {
      String key = command.arguments().getFirst();
      if (Quirk.concerns(key)) {
        Optional<Outcome> ignored = quirk.outcome();
      }
      block.add(new Waiting(key, completion));
      return () -> {};
    }
    try {
      for (Waiting call : block) {
        connection.ask(call.key());
      }
      while (!block.isEmpty()) {
        var answer = new Outcome.Ok(connection.answer());
        block.removeFirst().completion().complete(answer);
      }
    } catch (IOException failure) {
      block.forEach(call -> call.completion().complete(driver.outcomeOf(failure)));
      block.clear();
      throw failure;
    }
    completion.complete(new Outcome.Ok(new Value.Nil()));
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
