package dev.crosstalk.jedis;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Value;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.JedisPubSub;

/**
 * A {@link redis.clients.jedis.Jedis} that also subscribes: the call that does keeps its thread
 * until nothing is subscribed to any more, and another thread speaks meanwhile by way of the {@link
 * JedisPubSub}, a new one for each time. What it says there returns when it was sent, but for a
 * PING, which ends with the next {@code onPong}.
 */
final class SubscriberSession implements Session {
  private static final String[] NONE = {};

  private final RawClient.Owned owned;
  private final BlockingSession<?> direct;
  private final Listener listener;
  private volatile Telling telling;
  private final AtomicBoolean listening = new AtomicBoolean();

  SubscriberSession(RawClient.Owned owned, BlockingSession<?> direct, Listener listener) {
    this.owned = owned;
    this.direct = direct;
    this.listener = listener;
    this.telling = new Telling(listener);
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    String[] names = command.arguments().toArray(NONE);
    Telling speaker = telling;
    switch (command.name()) {
      case Subscribing.SUBSCRIBE, Subscribing.PSUBSCRIBE -> {
        boolean channels = command.name().equals(Subscribing.SUBSCRIBE);
        if (listening.compareAndSet(false, true)) {
          listen(speaker, channels, names);
        } else if (channels) {
          speaker.subscribe(names);
        } else {
          speaker.psubscribe(names);
        }
      }
      case Subscribing.UNSUBSCRIBE -> {
        if (names.length == 0) {
          speaker.unsubscribe();
        } else {
          speaker.unsubscribe(names);
        }
      }
      case Subscribing.PUNSUBSCRIBE -> {
        if (names.length == 0) {
          speaker.punsubscribe();
        } else {
          speaker.punsubscribe(names);
        }
      }
      case "PING" -> {
        return listening.get() ? speaker.ping(completion) : direct.start(command, completion);
      }
      default -> {
        return direct.start(command, completion);
      }
    }
    completion.complete(new Outcome.Ok(new Value.Nil()));
    return InFlight.ENDED;
  }

  private void listen(Telling speaker, boolean channels, String[] names) {
    Outcome end = new Outcome.ConnectionLost("subscribe() has returned");
    try {
      if (channels) {
        owned.jedis().subscribe(speaker, names);
      } else {
        owned.jedis().psubscribe(speaker, names);
      }
    } catch (RuntimeException failure) {
      end = JedisFailures.outcomeOf(failure);
      throw failure;
    } finally {
      telling = new Telling(listener);
      listening.set(false);
      speaker.end(end);
    }
  }

  @Override
  public boolean usable() {
    return direct.usable();
  }

  /** Another thread may listen, which a {@code close()} that flushes would not wake. */
  @Override
  public void close() throws Exception {
    if (listening.get()) {
      owned.jedis().getConnection().forceDisconnect();
    }
    direct.close();
  }
}
