package dev.crosstalk.world.simulated;

import dev.crosstalk.agent.Lanes;
import dev.crosstalk.agent.UnsupportedJdkException;
import dev.crosstalk.agent.WorldThread;
import dev.crosstalk.spi.Simulation;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.NeverQuietException;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * One simulated world: in-memory transport, virtual clock, and all of it on one thread of the
 * operating system, one case after the other. Use {@link #call} to get onto that thread.
 */
public final class SimulatedWorld implements World {
  private static final int PORT_MIN = 1024;
  private static final int PORT_MAX = 65_535;

  /** More turns and alarms than this while the clock stands still, and the driver spins. */
  private static final int TURNS_MAX = 1_000_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final System.Logger LEFT = System.getLogger(SimulatedWorld.class.getName());

  private static final InetAddress HOST = host();

  private final boolean ownMonitors;
  private final SimulatedThread thread;
  private final Turns turns = new Turns();
  private final SimulatedClock clock = new SimulatedClock(turns);
  private final SimulatedThreads threads;
  private final Simulation simulation = new WorldSimulation(this);
  private Optional<SimulatedStage> stage = Optional.empty();
  private int nextPort = PORT_MIN;
  private long stoodStillFromNanos;
  private int turnsSince;
  private boolean soiled;

  /**
   * A world with a thread of its own, started, for drivers whose monitors are the JDK's.
   *
   * @param name of its thread
   */
  public SimulatedWorld(String name) {
    this(name, false);
  }

  /**
   * A world with a thread of its own, started.
   *
   * @param name of its thread
   * @param ownMonitors whether drivers were rewritten to use the world's monitors
   */
  public SimulatedWorld(String name, boolean ownMonitors) {
    this.ownMonitors = ownMonitors;
    InWorldSockets.install();
    Afterlife.begin();
    this.thread = new SimulatedThread(name, this);
    this.threads = new SimulatedThreads(this);
    thread.start();
  }

  private static InetAddress host() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What this JVM lacks for simulated worlds, in one sentence; empty when it has all. */
  public static Optional<String> missing() {
    try {
      Lanes.requireSupported();
      return Optional.empty();
    } catch (UnsupportedJdkException lacking) {
      return Optional.of(lacking.getMessage());
    }
  }

  /** The world whose thread runs the caller; null outside of all. */
  static SimulatedWorld current() {
    return WorldThread.current() instanceof SimulatedThread thread ? thread.world() : null;
  }

  /**
   * Runs something on this world's thread and waits for it.
   *
   * @throws ExecutionException with what the task threw
   * @throws TimeoutException when it has not come back in time; it goes on
   */
  public <T> T call(Callable<T> task, Duration within)
      throws InterruptedException, ExecutionException, TimeoutException {
    return thread.call(task, within);
  }

  /** What the world's thread and its lanes are at, for people. */
  public String whereItIs() {
    var text = new StringBuilder("the world's thread is at");
    append(text, thread);
    for (Thread lane : threads.threads()) {
      text.append("\nlane ").append(lane.getName()).append(", ").append(lane.getState());
      append(text, lane);
    }
    return text.toString();
  }

  private String whatIsLeft() {
    return clock.alarms() + " alarms, turns left: " + !turns.isEmpty() + ", " + whereItIs();
  }

  private static void append(StringBuilder text, Thread stopped) {
    for (StackTraceElement frame : stopped.getStackTrace()) {
      text.append("\n    ").append(frame);
    }
  }

  @Override
  public WorldKind kind() {
    return WorldKind.SIMULATED;
  }

  /** Nominal: waiting costs nothing here. */
  @Override
  public Duration scaled(Duration nominal, Duration timeout) {
    return nominal;
  }

  @Override
  public Stage open(Accepting accepting, Choices choices) {
    if (current() != this) {
      throw new IllegalStateException("a stage is set on its world's thread, by call()");
    }
    if (stage.isPresent()) {
      throw new IllegalStateException("a world runs one case at a time");
    }
    turns.choices(choices);
    thread.seed(0);
    // Else what a case measures in milliseconds would hang on where the one before it ended.
    clock.moveTo(NANOS_PER_MILLI * Math.ceilDiv(clock.nanos(), NANOS_PER_MILLI));
    var opened = new SimulatedStage(this, accepting, new InetSocketAddress(HOST, nextPort()));
    stage = Optional.of(opened);
    turnsSince = 0;
    return opened;
  }

  @Override
  public boolean isSoiled() {
    return soiled;
  }

  /** What the case left behind is forgotten, as far as it is ours; the driver may remember. */
  void stageClosed() {
    stage = Optional.empty();
    thread.forgetLanes();
    clock.clear();
    if (threads.alive() > 0 || !turns.isEmpty()) {
      soiled = true;
      LEFT.log(System.Logger.Level.DEBUG, this::whatIsLeft);
      threads.abandon();
      turns.clear();
    }
  }

  boolean hasOwnMonitors() {
    return ownMonitors;
  }

  Turns turns() {
    return turns;
  }

  SimulatedClock clock() {
    return clock;
  }

  Random random() {
    return thread.random();
  }

  SimulatedThreads threads() {
    return threads;
  }

  Simulation simulation() {
    return simulation;
  }

  int nextPort() {
    int port = nextPort;
    nextPort = port == PORT_MAX ? PORT_MIN : port + 1;
    return port;
  }

  Simulation.Link connect(InetSocketAddress to, Simulation.Receiver receiver) {
    if (stage.isPresent() && stage.get().address().equals(to)) {
      return stage.get().connect(receiver);
    }
    turns.add(receiver::refused);
    return DeadLink.REFUSED;
  }

  /** One turn; false when there is none to take. */
  boolean runOne() {
    threads.takeFromOutside();
    if (turns.isEmpty()) {
      return false;
    }
    count();
    turns.take().run();
    threads.takeHandOvers();
    return true;
  }

  /** Moves the clock to the alarm that is due next, and lets it ring. */
  void ringNext() {
    clock.moveTo(clock.next().orElseThrow());
    count();
    clock.runOneDue();
  }

  private void count() {
    if (clock.nanos() != stoodStillFromNanos) {
      stoodStillFromNanos = clock.nanos();
      turnsSince = 0;
    }
    if (++turnsSince > TURNS_MAX) {
      throw new NeverQuietException(
          TURNS_MAX + " turns while the clock stood still, " + whereItIs());
    }
  }

  boolean isQuiet() {
    return turns.isEmpty();
  }

  void runAll() {
    boolean more = true;
    while (more) {
      more = runOne();
    }
  }

  /** Fails where a wait would stop the world itself. */
  void requireLane() {
    if (!Thread.currentThread().isVirtual()) {
      throw new IllegalStateException("a wait outside of all lanes would stop the world");
    }
  }

  @Override
  public void close() {
    thread.end();
  }
}
