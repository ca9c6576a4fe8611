package dev.crosstalk.netty;

import dev.crosstalk.spi.Simulation;
import dev.crosstalk.spi.VirtualClock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * An event loop, and the group of it alone, without a thread: its turns are turns of the world.
 *
 * <p>What calls from outside a turn, be it a lane, is outside the loop, as on any other loop, and
 * its task waits for a turn. So what a driver does between a caller's write and the loop's is
 * scheduled like all else, and a lane may wait for Netty's futures.
 */
public final class SimulatedLoop extends AbstractScheduledEventExecutor implements EventLoop {
  private static final String CHANNEL = Channel.class.getPackageName();

  private final Simulation simulation;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Promise<Void> termination = newPromise();
  private final Runnable askedTurn = this::askedTurn;
  private final Runnable turn = this::turn;
  private final Runnable whatIsQueued = this::runWhatIsQueued;
  private boolean shuttingDown;

  /** Who runs a turn at present; null between turns. */
  private Thread turning;

  /** Who registered a channel last, and has not used it since; null when nobody. */
  private Thread connector;

  private boolean turnAsked;
  private VirtualClock.Due alarm;
  private int channels;

  public SimulatedLoop(Simulation simulation) {
    this.simulation = Objects.requireNonNull(simulation, "simulation");
  }

  Simulation simulation() {
    return simulation;
  }

  /** Numbers the channels of this loop, from 1. */
  int nextChannel() {
    return ++channels;
  }

  /** Accepts tasks even after the end, so that listeners of late futures are told. */
  @Override
  public void execute(Runnable task) {
    tasks.add(Objects.requireNonNull(task, "task"));
    if (!turnAsked) {
      turnAsked = true;
      simulation.execute(askedTurn);
    }
    if (Thread.currentThread() == connector && !inEventLoop()) {
      if (task.getClass().getPackageName().equals(CHANNEL)) {
        connector = null;
      } else {
        simulation.pause();
      }
    }
  }

  /**
   * On a loop with a thread of its own, a connection may stand, and end, before the one who asked
   * for it goes on. So it may be with what is written, but there a caller may hold a lock of the
   * driver's that spins, for which a loop would wait that has the caller's thread.
   */
  private void connects() {
    if (!inEventLoop()) {
      connector = Thread.currentThread();
      simulation.pause();
    }
  }

  private void askedTurn() {
    turnAsked = false;
    turn();
  }

  private void turn() {
    enter(whatIsQueued);
  }

  /** A turn that an event of the network makes. */
  void enter(Runnable event) {
    Thread before = turning;
    turning = Thread.currentThread();
    try {
      event.run();
      setAlarm();
    } finally {
      turning = before;
    }
  }

  /** As Netty's own loops do it: what is due joins the queue, what is added meanwhile waits. */
  private void runWhatIsQueued() {
    long now = simulation.nanos();
    for (Runnable due = pollScheduledTask(now); due != null; due = pollScheduledTask(now)) {
      tasks.add(due);
    }
    for (int left = tasks.size(); left > 0; left--) {
      safeExecute(tasks.remove());
    }
  }

  /** Set anew at each turn, never believed to be set still: a world may have dropped its timers. */
  private void setAlarm() {
    if (alarm != null) {
      alarm.cancel();
    }
    long delayNanos = nextScheduledTaskNano();
    alarm = delayNanos < 0 ? null : simulation.schedule(delayNanos, turn);
  }

  /** What 4.1 asks for; 4.2 asks the ticker too. */
  @Deprecated
  @Override
  protected long getCurrentTimeNanos() {
    return simulation.nanos();
  }

  @Override
  public Ticker ticker() {
    return SimulatedTicker.of(simulation);
  }

  @Override
  public boolean inEventLoop(Thread thread) {
    return thread == turning;
  }

  @Override
  public EventLoopGroup parent() {
    return this;
  }

  @Override
  public EventLoop next() {
    return this;
  }

  @Override
  public ChannelFuture register(Channel channel) {
    return register(new DefaultChannelPromise(channel, this));
  }

  @Override
  public ChannelFuture register(ChannelPromise promise) {
    promise.channel().unsafe().register(this, promise);
    connects();
    return promise;
  }

  @Deprecated
  @Override
  public ChannelFuture register(Channel channel, ChannelPromise promise) {
    channel.unsafe().register(this, promise);
    connects();
    return promise;
  }

  /** Ends after one more turn: there are no threads to wait for. Closes no channels. */
  @Override
  public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
    if (!shuttingDown) {
      shuttingDown = true;
      execute(this::end);
    }
    return termination;
  }

  private void end() {
    cancelScheduledTasks();
    termination.setSuccess(null);
  }

  @Deprecated
  @Override
  public void shutdown() {
    shutdownGracefully();
  }

  @Override
  public Future<?> terminationFuture() {
    return termination;
  }

  @Override
  public boolean isShuttingDown() {
    return shuttingDown;
  }

  @Override
  public boolean isShutdown() {
    return termination.isDone();
  }

  @Override
  public boolean isTerminated() {
    return termination.isDone();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return termination.await(timeout, unit);
  }
}
