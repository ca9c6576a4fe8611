package dev.crosstalk.reference;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Many calls at a time from many threads, on one connection. When that is gone, the next call opens
 * another and waits for it, within its own timeout. Nothing is sent twice.
 */
public final class PipelinedSession implements Session {
  private final Setup setup;
  private final Function<Setup, Pipeline> pipelines;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Pipeline> pipeline = Optional.empty();
  private boolean closed;

  /**
   * @param pipelines makes a connection's pipeline, not begun
   */
  public PipelinedSession(Setup setup, Function<Setup, Pipeline> pipelines) {
    this.setup = setup;
    this.pipelines = pipelines;
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    var waiter = new Waiter(Commands.request(command), completion);
    Pipeline current = current();
    waiter.arm(
        setup.platform().timers().after(setup.settings().timeout(), () -> current.expire(waiter)));
    current.submit(waiter);
    return waiter;
  }

  private Pipeline current() throws NotConnectedException {
    lock.lock();
    try {
      if (closed) {
        throw new NotConnectedException("the session is closed");
      }
      Pipeline current = pipeline.filter(Pipeline::isAlive).orElseGet(this::begun);
      pipeline = Optional.of(current);
      return current;
    } finally {
      lock.unlock();
    }
  }

  private Pipeline begun() {
    Pipeline fresh = pipelines.apply(setup);
    fresh.begin();
    return fresh;
  }

  @Override
  public boolean usable() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    Optional<Pipeline> last;
    lock.lock();
    try {
      closed = true;
      last = pipeline;
    } finally {
      lock.unlock();
    }
    last.ifPresent(open -> open.fail(new IOException("the session was closed")));
  }
}
