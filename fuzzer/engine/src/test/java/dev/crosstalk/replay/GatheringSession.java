package dev.crosstalk.replay;

import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes nothing before EXECUTE; of no use any more after any failure. */
final class GatheringSession implements Session {

  private record Waiting(Command command, Completion completion) {}

  private final Link link;
  private final ScriptedDriver driver;
  private final List<Waiting> block = new ArrayList<>();
  private boolean dead;

  GatheringSession(Link link, ScriptedDriver driver) {
    this.link = link;
    this.driver = driver;
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    if (!command.name().equals(Block.EXECUTE)) {
      block.add(new Waiting(command, completion));
      return () -> {};
    }
    try {
      execute();
    } catch (Exception failure) {
      dead = true;
      block.forEach(call -> call.completion().complete(driver.outcomeOf(failure)));
      driver.closeLink(link);
      throw failure;
    } finally {
      block.clear();
    }
    completion.complete(new Outcome.Ok(new Value.Nil()));
    return InFlight.ENDED;
  }

  private void execute() throws Exception {
    for (Waiting call : block) {
      link.write(call.command().words());
    }
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < block.size(); i++) {
      outcomes.add(ScriptedDriver.outcomeOf(link.read()));
    }
    for (int i = 0; i < block.size(); i++) {
      block.get(i).completion().complete(outcomes.get(i));
    }
  }

  @Override
  public boolean usable() {
    return !dead;
  }

  @Override
  public void close() throws IOException {
    driver.closeLink(link);
  }
}
