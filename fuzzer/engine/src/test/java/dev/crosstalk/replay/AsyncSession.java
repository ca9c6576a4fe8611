package dev.crosstalk.replay;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Value;
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
  private final Deque<CompletableFuture<Object>> waiting = new ArrayDeque<>();
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
        CompletableFuture<Object> first;
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
    var call = new CompletableFuture<>();
    Completion reporting = driver.reportingTo(completion);
    call.whenComplete(
        (value, failure) -> reporting.complete(failure == null ? told(value) : thrown(failure)));
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
    return InFlight.of(call);
  }

  private static Outcome told(Object value) {
    return value instanceof Outcome ours ? ours : new Outcome.Ok(Value.of(value));
  }

  private Outcome thrown(Throwable failure) {
    return driver.outcomeOf(failure);
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
