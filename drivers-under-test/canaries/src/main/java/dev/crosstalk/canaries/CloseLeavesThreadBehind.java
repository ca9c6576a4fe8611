package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * For each server a thread listens for news, which is ended with the client. When a client is
 * opened again, another thread listens, and that one nobody ends.
 *
 * <p>Models Jedis 2.7 ({@code redis.clients:jedis}), whose {@code JedisSentinelPool.close()} closed
 * the pool and left the threads that listened for a new master, those of the first client too.
 *
 * @see <a href="https://github.com/redis/jedis/issues/1017">Jedis issue 1017</a>
 * @see <a href="https://github.com/redis/jedis/pull/1028">Jedis pull request 1028, the fix</a>
 */
final class CloseLeavesThreadBehind extends BlockingSession {
  private static final Map<InetSocketAddress, Thread> LISTENERS = new ConcurrentHashMap<>();

  private final InetSocketAddress server;
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

  CloseLeavesThreadBehind(Setup setup) {
    super(setup);
    this.server = setup.address();
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    Thread listener = LISTENERS.get(server);
    if (listener == null || !listener.isAlive()) {
      begin();
    }
    return super.start(command, completion);
  }

  /** The defect: where one has listened before, that one stays remembered, ended as it is. */
  private void begin() {
    var listener = new Thread(this::listen, "canary-listener");
    listener.setDaemon(true);
    listener.start();
    Thread ignored = LISTENERS.putIfAbsent(server, listener);
  }

  private void listen() {
    try {
      while (true) {
        news.take();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Thread listener = LISTENERS.get(server);
    if (listener != null) {
      listener.interrupt();
    }
    super.close();
  }
}
