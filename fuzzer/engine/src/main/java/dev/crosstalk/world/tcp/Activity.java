package dev.crosstalk.world.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What is under way in one fired case: its lanes, the other threads that use its sockets, and the
 * bytes between the two ends of each connection. Quiet is, as in the simulated world, when no
 * thread runs or is about to and nothing is on its way; that needs no bound, and no patience.
 */
final class Activity {
  private final FiredClock clock;
  private final Collection<ServerWire> wires;
  private final Queue<FiredLane> lanes = new ConcurrentLinkedQueue<>();
  private final Queue<DriverEnd> ends = new ConcurrentLinkedQueue<>();

  /** Threads that a driver has made, found when they use a socket. */
  private final Map<Thread, KernelThread> others = new ConcurrentHashMap<>();

  /** What {@link #lanesHaveSlept} saw last, and since when. */
  private List<Long> asleep = List.of(KernelThread.AWAKE);

  private long asleepSinceNanos;

  Activity(FiredClock clock, Collection<ServerWire> wires) {
    this.clock = clock;
    this.wires = wires;
  }

  FiredClock clock() {
    return clock;
  }

  void add(FiredLane lane) {
    lanes.add(lane);
  }

  void add(DriverEnd end) {
    if (!ends.contains(end)) {
      ends.add(end);
    }
  }

  /** The caller uses a socket of this case. */
  void usedByCaller() {
    if (!(Thread.currentThread() instanceof FiredThread)) {
      others.computeIfAbsent(Thread.currentThread(), thread -> KernelThread.current());
    }
  }

  /** Whether every connection has its driver's end in here, and there has been one. */
  boolean seesAll() {
    if (ends.isEmpty()) {
      return false;
    }
    for (ServerWire wire : wires) {
      if (!hasItsEnd(wire)) {
        return false;
      }
    }
    return true;
  }

  /** The server may take a connection before the driver knows that it has it, and from where. */
  private boolean hasItsEnd(ServerWire wire) {
    return endOf(wire) != null || isConnecting() || endOf(wire) != null;
  }

  private boolean isConnecting() {
    for (DriverEnd end : ends) {
      if (end.phase() == DriverEnd.Phase.CONNECTING) {
        return true;
      }
    }
    return false;
  }

  private DriverEnd endOf(ServerWire wire) {
    for (DriverEnd end : ends) {
      if (wire.driver().equals(end.local())) {
        return end;
      }
    }
    return null;
  }

  private ServerWire wireOf(InetSocketAddress driver) {
    for (ServerWire wire : wires) {
      if (wire.driver().equals(driver)) {
        return wire;
      }
    }
    return null;
  }

  /**
   * Whether nothing is under way. Every thread is looked at twice: one that has slept from the
   * first look to the second has slept while all others did, and while the wires were looked at.
   */
  boolean isQuiet() {
    List<Long> before = new ArrayList<>();
    List<Long> after = new ArrayList<>();
    return allSleep(before) && wiresAreQuiet() && allSleep(after) && before.equals(after);
  }

  private boolean allSleep(List<Long> sleeps) {
    Map<Thread, DriverEnd> reading = reading();
    for (KernelThread other : others.values()) {
      if (!sleeps(other.thread(), other, reading.get(other.thread()), sleeps)) {
        return false;
      }
    }
    return lanesSleep(reading, sleeps);
  }

  private Map<Thread, DriverEnd> reading() {
    Map<Thread, DriverEnd> reading = new IdentityHashMap<>();
    for (DriverEnd end : ends) {
      Thread reader = end.reader();
      if (reader != null) {
        reading.put(reader, end);
      }
    }
    return reading;
  }

  /** Whether every lane is idle or waits, whatever for. */
  boolean lanesSleep() {
    return lanesSleep(reading(), new ArrayList<>());
  }

  /**
   * Whether every lane has slept, or had nothing to run, ever since so long ago, as far as somebody
   * has asked. One that loads a class or takes a lock sleeps, too, but not for long.
   */
  boolean lanesHaveSlept(long nanos) {
    var sleeps = new ArrayList<Long>();
    if (!lanesSleep(reading(), sleeps)) {
      asleep = List.of(KernelThread.AWAKE);
      return false;
    }
    if (!sleeps.equals(asleep)) {
      asleep = sleeps;
      asleepSinceNanos = System.nanoTime();
    }
    return System.nanoTime() - asleepSinceNanos >= nanos;
  }

  private boolean lanesSleep(Map<Thread, DriverEnd> reading, List<Long> sleeps) {
    for (FiredLane lane : lanes) {
      if (lane.isIdle()) {
        continue;
      }
      FiredThread thread = lane.thread();
      if (thread == null || !sleeps(thread, thread.kernel(), reading.get(thread), sleeps)) {
        return false;
      }
    }
    return true;
  }

  /** One that waits for bytes is known to sleep; {@link #wiresAreQuiet} says what would wake it. */
  private static boolean sleeps(
      Thread thread, KernelThread kernel, DriverEnd reading, List<Long> sleeps) {
    long sleep = reading == null ? kernel.sleep() : reading.waits();
    sleeps.add(thread.threadId());
    sleeps.add(sleep);
    return sleep != KernelThread.AWAKE;
  }

  private boolean wiresAreQuiet() {
    for (DriverEnd end : ends) {
      if (!isQuiet(end)) {
        return false;
      }
    }
    return true;
  }

  private boolean isQuiet(DriverEnd end) {
    return switch (end.phase()) {
      case MADE, CONNECTING -> false;
      case CONNECTED -> isQuiet(end, wireOf(end.local()));
      case CLOSED ->
          end.reader() == null && (end.local() == null || hasHeardOfTheEnd(wireOf(end.local())));
    };
  }

  private boolean isQuiet(DriverEnd end, ServerWire wire) {
    if (wire == null || !wire.isAccepted() || !wire.written()) {
      return false;
    }
    boolean heard = wire.isOver() || wire.isUnheard() || wire.received() == end.written();
    boolean ends = wire.isOver() || wire.isOutputShut();
    boolean wakes = end.reader() != null && (ends || wire.sent() != end.read() || end.isTimeUp());
    return heard && !wakes;
  }

  private static boolean hasHeardOfTheEnd(ServerWire wire) {
    return wire != null
        && wire.isAccepted()
        && (wire.isOver() || wire.isUnheard())
        && wire.written();
  }

  /** Ends what waits by the clock; no look after that. */
  void end() {
    clock.end();
    lanes.forEach(FiredLane::wake);
    for (KernelThread other : others.values()) {
      try {
        other.close();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
