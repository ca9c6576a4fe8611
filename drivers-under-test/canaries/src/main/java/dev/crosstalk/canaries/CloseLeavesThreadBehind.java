package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * With its first call a session begins a thread that listens for news of the server, and waits for
 * them long after the session was closed.
 *
 * <p>Models Jedis 2.7 ({@code redis.clients:jedis}), whose {@code JedisSentinelPool.close()} closed
 * the pool and left the threads that listened for a new master.
 *
 * @see <a href="https://github.com/redis/jedis/issues/1017">Jedis issue 1017</a>
 * @see <a href="https://github.com/redis/jedis/pull/1028">Jedis pull request 1028, the fix</a>
 */
final class CloseLeavesThreadBehind extends BlockingSession {
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private boolean listening;

  CloseLeavesThreadBehind(Setup setup) {
    super(setup);
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    if (!listening) {
      listening = true;
      var listener = new Thread(this::listen, "canary-listener");
      listener.setDaemon(true);
      // The defect: nobody remembers it, so that close() could end it.
      listener.start();
    }
    return super.start(command, completion);
  }

  private void listen() {
    try {
      while (true) {
        news.take();
      }
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }
}
