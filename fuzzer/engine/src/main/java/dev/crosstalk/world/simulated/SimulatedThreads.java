package dev.crosstalk.world.simulated;

import dev.crosstalk.agent.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * The threads of one world: virtual ones that run on the world's thread, each when it is its turn.
 * Owns what the JDK's scheduling calls back.
 */
final class SimulatedThreads {
  private static final long ELSEWHERE_NANOS_MAX = 100_000_000;

  private final SimulatedWorld world;
  private final List<Scheduled> alive = new ArrayList<>();
  private final MonitorBarrier barrier;

  /** Threads of this world that somebody outside of it woke. */
  private final Queue<Scheduled> wokenFromOutside = new ConcurrentLinkedQueue<>();

  private int foreign;

  SimulatedThreads(SimulatedWorld world) {
    this.world = world;
    this.barrier = new MonitorBarrier(world.random());
  }

  /** A thread of the driver's in this world, not started. */
  Thread unstarted(String name, Runnable task) {
    return unstarted(name, task, false);
  }

  /** A thread of ours in this world, not started. */
  Thread unstartedLane(String name, Runnable task) {
    return unstarted(name, task, true);
  }

  private Thread unstarted(String name, Runnable task, boolean lane) {
    var scheduled = new Scheduled(lane);
    scheduled.thread = Lanes.unstarted(scheduled, name, task, world.random());
    return scheduled.thread;
  }

  /** Threads that have begun and not ended. */
  int alive() {
    return alive.size();
  }

  /** How often a thread of this world was woken from outside: then nothing repeats exactly. */
  int foreign() {
    return foreign;
  }

  /** The threads that have begun and not ended, in the order in which they began. */
  List<Thread> threads() {
    return alive.stream().map(scheduled -> scheduled.thread).toList();
  }

  /** Those of them that are no lanes. */
  List<Thread> ofTheDriver() {
    return alive.stream()
        .filter(scheduled -> !scheduled.lane)
        .map(scheduled -> scheduled.thread)
        .toList();
  }

  /** Forgets all threads; what they do from now on is passed over. */
  void abandon() {
    for (Scheduled scheduled : alive) {
      scheduled.abandoned = true;
      if (scheduled.queued) {
        Afterlife.goOn(scheduled.continuation);
      }
    }
    alive.clear();
    takeFromOutside();
  }

  /** Lets those go on whom somebody outside of this world woke. */
  void takeFromOutside() {
    for (Scheduled woken = wokenFromOutside.poll();
        woken != null;
        woken = wokenFromOutside.poll()) {
      foreign++;
      if (woken.abandoned) {
        Afterlife.goOn(woken.continuation);
      } else {
        woken.enqueue();
      }
    }
  }

  /**
   * After a turn: threads that wait for a monitor get it from a thread of the JDK's, at any time.
   * Waits until those hand-overs are done, and lets the threads go on in the order of their age.
   */
  void takeHandOvers() {
    if (alive.size() < 2) {
      return;
    }
    boolean mayBeUnderWay = false;
    for (Scheduled scheduled : alive) {
      mayBeUnderWay |= scheduled.mayBeHandedOver();
    }
    if (mayBeUnderWay) {
      barrier.pass();
      for (Scheduled scheduled : List.copyOf(alive)) {
        if (scheduled.arrived) {
          scheduled.arrived = false;
          scheduled.enqueue();
        }
      }
    }
  }

  /** One thread, as its scheduler sees it. */
  private final class Scheduled implements Executor, Runnable {
    private final boolean lane;
    private Thread thread;
    private Runnable continuation;
    private boolean begun;
    private boolean queued;
    private volatile boolean abandoned;

    /** Set by the JDK's thread that hands over monitors. */
    private volatile boolean arrived;

    Scheduled(boolean lane) {
      this.lane = lane;
    }

    @Override
    public void execute(Runnable next) {
      if (abandoned) {
        Afterlife.goOn(next);
        return;
      }
      if (SimulatedWorld.current() == world) {
        continuation = next;
        enqueue();
      } else if (MonitorBarrier.isHandingOver(Thread.currentThread())) {
        continuation = next;
        arrived = true;
      } else {
        continuation = next;
        wokenFromOutside.add(this);
      }
    }

    private void enqueue() {
      if (!begun) {
        begun = true;
        alive.add(this);
      }
      queued = true;
      world.turns().add(this);
    }

    @Override
    public void run() {
      queued = false;
      continuation.run();
      while (world.hasOwnMonitors() && waitsElsewhere() && comesBack()) {
        continuation.run();
      }
      if (thread.getState() == Thread.State.TERMINATED) {
        alive.remove(this);
      }
    }

    private boolean mayBeHandedOver() {
      return arrived || waitsElsewhere();
    }

    /** Whether it waits for a monitor, or is on its way back from that. */
    private boolean waitsElsewhere() {
      return switch (thread.getState()) {
        case BLOCKED -> true;
        case RUNNABLE -> !queued;
        default -> false;
      };
    }

    /**
     * Drivers' monitors are the world's, so this one is the JDK's own, and another world has it for
     * a moment. The thread goes on at once then, as if it had never been taken.
     */
    private boolean comesBack() {
      long start = System.nanoTime();
      while (!arrived && System.nanoTime() - start < ELSEWHERE_NANOS_MAX) {
        Thread.onSpinWait();
      }
      boolean back = arrived;
      arrived = false;
      return back;
    }
  }
}
