package dev.crosstalk.jedis;

import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import redis.clients.jedis.JedisPubSub;

/** Tells a listener what comes, and those who have sent a PING of their PONG, first come first. */
final class Telling extends JedisPubSub {
  private final Listener listener;
  private final ConcurrentLinkedQueue<Completion> pinging = new ConcurrentLinkedQueue<>();

  Telling(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void onMessage(String channel, String message) {
    listener.message(Optional.empty(), channel, message);
  }

  @Override
  public void onPMessage(String pattern, String channel, String message) {
    listener.message(Optional.of(pattern), channel, message);
  }

  /** Of a PING without a message Jedis tells nothing, under RESP2 an empty text. */
  @Override
  public void onPong(String message) {
    Completion first = pinging.poll();
    if (first != null) {
      boolean empty = message == null || message.isEmpty();
      first.complete(new Outcome.Ok(new Value.Text(empty ? "PONG" : message)));
    }
  }

  /** Waits from before it is sent: the answer may come before {@code ping()} returns. */
  InFlight ping(Completion completion) {
    pinging.add(completion);
    try {
      ping();
    } catch (RuntimeException unsent) {
      if (pinging.remove(completion)) {
        throw unsent;
      }
    }
    return () -> {};
  }

  /** Nobody listens any more: what was not answered is never. */
  void end(Outcome outcome) {
    for (Completion next = pinging.poll(); next != null; next = pinging.poll()) {
      next.complete(outcome);
    }
  }
}
