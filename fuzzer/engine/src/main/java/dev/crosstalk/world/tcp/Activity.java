package dev.crosstalk.world.tcp;

import dev.crosstalk.agent.Newcomers;
import dev.crosstalk.spi.Observer;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;

/**
 * What is under way in one fired case: its lanes, the other threads that use its sockets, and the
 * bytes between the two ends of each connection. Quiet is, as in the simulated world, when no
 * thread runs or is about to and nothing is on its way; that needs no bound, and no patience.
 */
final class Activity implements Observer {
  private final FiredClock clock;
  private final Collection<ServerWire> wires;
  private final Queue<FiredLane> lanes = new ConcurrentLinkedQueue<>();
  private final Queue<DriverEnd> ends = new ConcurrentLinkedQueue<>();

  /** Threads that a driver has made: told of, or found when they begin or use a socket. */
  private final List<KernelThread> others = new CopyOnWriteArrayList<>();

  /** Those that a lane starts, until they are among the others. */
  private final Collection<Thread> expected = new ConcurrentLinkedQueue<>();

  /** What {@link #lanesHaveSlept} saw last, and since when. */
  private Optional<List<Sleep>> asleep = Optional.empty();

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

  @Override
  public DriverEnd addConnection(BooleanSupplier readsByItself) {
    var end = new DriverEnd(readsByItself);
    ends.add(end);
    return end;
  }

  @Override
  public void addThread() {
    Thread caller = Thread.currentThread();
    if (!(caller instanceof FiredThread)
        && others.stream().noneMatch(known -> known.thread() == caller)) {
      others.add(KernelThread.current());
    }
  }

  /**
   * A lane is about to start a thread, which is known from there on. Not where its class says
   * itself how it runs: when it begins is not seen.
   */
  void expect(Thread thread) {
    if (runsItsTask(thread)) {
      expected.add(thread);
      Newcomers.expect(
          thread,
          () -> {
            addThread();
            expected.remove(thread);
          });
    }
  }

  private static boolean runsItsTask(Thread thread) {
    try {
      return thread.getClass().getMethod("run").getDeclaringClass() == Thread.class;
    } catch (NoSuchMethodException never) {
      throw new IllegalStateException(never);
    }
  }

  /** Asked when all who could start a thread sleep: one that is still new could not be started. */
  private boolean somebodyIsExpected() {
    for (Thread thread : expected) {
      if (thread.getState() != Thread.State.NEW && thread.isAlive()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void forget(Thread thread) {
    for (KernelThread other : others) {
      if (other.thread() == thread && others.remove(other)) {
        other.close();
      }
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
   * What is asked in no time is asked first. What a driver hands to the JDK's common pool, as the
   * asynchronous steps of a CompletableFuture are, belongs to nobody's thread.
   */
  boolean isQuiet() {
    if (!wiresAreQuiet()) {
      return false;
    }
    int known = others.size();
    var sleeps = new ArrayList<Sleep>();
    return allSleep(sleeps)
        && !somebodyIsExpected()
        && wiresAreQuiet()
        && ForkJoinPool.commonPool().isQuiescent()
        && !waitForOthers(sleeps)
        && stillSleep(sleeps)
        && others.size() == known;
  }

  /**
   * Whether a thread waits for a lock that none of them holds, such as the class loader's that
   * another case is loading through: it goes on with nothing of this case having happened.
   */
  private static boolean waitForOthers(List<Sleep> sleeps) {
    for (Sleep sleep : sleeps) {
      OptionalLong owner = sleep.lockOwner();
      if (owner.isPresent() && sleeps.stream().noneMatch(it -> it.isOf(owner.getAsLong()))) {
        return true;
      }
    }
    return false;
  }

  private boolean allSleep(List<Sleep> sleeps) {
    Map<Thread, DriverEnd> reading = reading();
    // Those that have most to do come first: the next are not asked for nothing.
    for (KernelThread other : others) {
      if (!addSleep(other.thread(), other, reading, sleeps)) {
        return false;
      }
    }
    return lanesSleep(reading, sleeps);
  }

  private static boolean stillSleep(List<Sleep> sleeps) {
    for (Sleep sleep : sleeps) {
      if (!sleep.goesOn()) {
        return false;
      }
    }
    return true;
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
    var sleeps = new ArrayList<Sleep>();
    if (!lanesSleep(reading(), sleeps)) {
      asleep = Optional.empty();
      return false;
    }
    if (!asleep.equals(Optional.of(sleeps))) {
      asleep = Optional.of(sleeps);
      asleepSinceNanos = System.nanoTime();
    }
    return System.nanoTime() - asleepSinceNanos >= nanos;
  }

  private boolean lanesSleep(Map<Thread, DriverEnd> reading, List<Sleep> sleeps) {
    for (FiredLane lane : lanes) {
      if (lane.isIdle()) {
        continue;
      }
      FiredThread thread = lane.thread();
      if (thread == null || !addSleep(thread, thread.kernel(), reading, sleeps)) {
        return false;
      }
    }
    return true;
  }

  /** One that waits for bytes is known to sleep; {@link #wiresAreQuiet} says what would wake it. */
  private static boolean addSleep(
      Thread thread, KernelThread kernel, Map<Thread, DriverEnd> reading, List<Sleep> sleeps) {
    DriverEnd end = reading.get(thread);
    if (end != null) {
      sleeps.add(new Sleep.Reading(end, thread, end.waits()));
      return true;
    }
    long sleep = kernel.sleep();
    sleeps.add(new Sleep.Waiting(kernel, sleep));
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
    boolean wakes = end.isRead() && (ends || wire.sent() != end.read() || end.isTimeUp());
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
    expected.forEach(Newcomers::forget);
    others.forEach(KernelThread::close);
  }
}
