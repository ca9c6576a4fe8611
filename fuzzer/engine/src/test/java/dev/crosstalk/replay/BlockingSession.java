package dev.crosstalk.replay;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Session;
import java.io.IOException;

/** One request, one reply; of no use any more after any failure. */
final class BlockingSession implements Session {
  private final Link link;
  private final ScriptedDriver driver;
  private boolean dead;

  BlockingSession(Link link, ScriptedDriver driver) {
    this.link = link;
    this.driver = driver;
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    driver.diary.asked(link.number(), String.join(" ", command.words()));
    try {
      driver.beforeAsking(command, link);
      link.write(command.words());
      driver.reportingTo(completion).complete(ScriptedDriver.outcomeOf(link.read()));
    } catch (Exception failure) {
      dead = true;
      driver.closeLink(link);
      throw failure;
    }
    return InFlight.ENDED;
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
