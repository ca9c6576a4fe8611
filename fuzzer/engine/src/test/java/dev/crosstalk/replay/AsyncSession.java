package dev.crosstalk.replay;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Requests are written at once, a thread reads; a call given up keeps its place in the queue. */
final class AsyncSession implements Session {
  private final Link link;
  private final Duration timeout;
  private final ScriptedDriver driver;
  private final Deque<CompletableFuture<Outcome>> waiting = new ArrayDeque<>();
  private boolean dead;

  AsyncSession(Link link, Duration timeout, ScriptedDriver driver) {
    this.link = link;
    this.timeout = timeout;
    this.driver = driver;
    Thread.ofPlatform().daemon().name("scripted-reader").start(this::readAll);
  }

  private void readAll() {
    try {
      while (true) {
        Outcome outcome = ScriptedDriver.outcomeOf(link.read());
        CompletableFuture<Outcome> first;
        synchronized (this) {
          first = waiting.remove();
        }
        first.complete(outcome);
      }
    } catch (Exception failure) {
      fail(driver.outcomeOf(failure));
      closeQuietly();
    }
  }

  /** In the end, so that whoever sees the connection closed sees its calls ended. */
  private void closeQuietly() {
    try {
      link.close();
    } catch (IOException gone) {
      // Nobody asks this connection again.
    }
  }

  private synchronized void fail(Outcome outcome) {
    dead = true;
    waiting.forEach(call -> call.complete(outcome));
    waiting.clear();
  }

  @Override
  public synchronized InFlight start(Command command, Completion completion) throws Exception {
    driver.diary.asked(link.number(), String.join(" ", command.words()));
    if (dead) {
      throw new IOException("the connection is gone");
    }
    var call = new CompletableFuture<Outcome>();
    call.thenAccept(driver.reportingTo(completion)::complete);
    call.completeOnTimeout(
        new Outcome.TimedOut("by its own timer"), timeout.toNanos(), TimeUnit.NANOSECONDS);
    waiting.add(call);
    try {
      driver.beforeAsking(command, link);
      link.write(command.words());
    } catch (Exception failure) {
      // The reader may have told the call of it already: a future takes one outcome only.
      call.complete(driver.outcomeOf(failure));
    }
    return () -> call.complete(new Outcome.Cancelled("by its caller"));
  }

  @Override
  public synchronized boolean usable() {
    return !dead;
  }

  @Override
  public void close() throws IOException {
    driver.closeLink(link);
  }
}
