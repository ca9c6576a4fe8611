package dev.crosstalk.netty;

import dev.crosstalk.spi.Simulation;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** The least world there is: first come, first served, on the thread that calls {@link #run}. */
final class FakeSimulation implements Simulation {
  private static final int TURNS_MAX = 10_000;

  private record Timer(long nanos, long number, Runnable task) {}

  private final Queue<Runnable> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::nanos).thenComparingLong(Timer::number));
  private long nanos = 1_000;
  private long timersMade;

  /** Every connection that was opened, in order. */
  final List<FakePeer> peers = new ArrayList<>();

  boolean listens = true;
  boolean answers = true;
  int turns;
  int pauses;

  /** Turns until nothing is ready, at the present time. */
  void run() {
    int end = turns + TURNS_MAX;
    for (Runnable next = ready.poll(); next != null && turns < end; next = ready.poll()) {
      turns++;
      next.run();
    }
  }

  /** Runs, and moves the clock to each timer on the way. */
  void runFor(long duration) {
    long until = nanos + duration;
    run();
    while (!timers.isEmpty() && timers.peek().nanos() <= until) {
      Timer next = timers.remove();
      nanos = Math.max(nanos, next.nanos());
      next.task().run();
      run();
    }
    nanos = until;
  }

  void dropTimers() {
    timers.clear();
  }

  int timersWaiting() {
    return timers.size();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Due schedule(long delayNanos, Runnable task) {
    var timer = new Timer(nanos + delayNanos, timersMade++, task);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  @Override
  public boolean isInside() {
    return true;
  }

  @Override
  public void execute(Runnable task) {
    ready.add(task);
  }

  @Override
  public void pause() {
    pauses++;
  }

  @Override
  public Thread thread(String name, Runnable task) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Link connect(InetSocketAddress address, Receiver receiver) {
    var peer = new FakePeer(this, receiver);
    peers.add(peer);
    if (answers) {
      execute(listens ? peer::accept : receiver::refused);
    }
    return peer;
  }
}
