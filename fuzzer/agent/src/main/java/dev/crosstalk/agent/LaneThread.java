package dev.crosstalk.agent;

/**
 * What a driver's own subclasses of {@link Thread} extend once rewritten: started inside a world,
 * its {@link #run} is a lane there; else it is the thread that it always was.
 */
public class LaneThread extends Thread {
  private Thread lane;

  public LaneThread() {}

  public LaneThread(Runnable task) {
    super(task);
  }

  public LaneThread(ThreadGroup group, Runnable task) {
    super(group, task);
  }

  public LaneThread(String name) {
    super(name);
  }

  public LaneThread(ThreadGroup group, String name) {
    super(group, name);
  }

  public LaneThread(Runnable task, String name) {
    super(task, name);
  }

  public LaneThread(ThreadGroup group, Runnable task, String name) {
    super(group, task, name);
  }

  public LaneThread(ThreadGroup group, Runnable task, String name, long stackSize) {
    super(group, task, name, stackSize);
  }

  public LaneThread(
      ThreadGroup group, Runnable task, String name, long stackSize, boolean inheritLocals) {
    super(group, task, name, stackSize, inheritLocals);
  }

  /** The thread that does the work of this one: a lane, or itself. */
  static Thread of(Thread thread) {
    return thread instanceof LaneThread body && body.lane != null ? body.lane : thread;
  }

  @Override
  public void start() {
    var world = WorldThread.current();
    if (world == null) {
      super.start();
      return;
    }
    if (lane != null) {
      throw new IllegalThreadStateException();
    }
    lane = world.unstartedLane(() -> runIn(world), getName());
    lane.setUncaughtExceptionHandler((ended, e) -> handler().uncaughtException(this, e));
    lane.start();
  }

  @Override
  public void interrupt() {
    if (lane == null) {
      super.interrupt();
    } else {
      lane.interrupt();
    }
  }

  @Override
  public boolean isInterrupted() {
    return lane == null ? super.isInterrupted() : lane.isInterrupted();
  }

  @Override
  public State getState() {
    return lane == null ? super.getState() : lane.getState();
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    return lane == null ? super.getStackTrace() : lane.getStackTrace();
  }

  private void runIn(WorldThread world) {
    Thread self = Thread.currentThread();
    world.bodies().put(self, this);
    try {
      run();
    } finally {
      world.bodies().remove(self);
    }
  }

  private UncaughtExceptionHandler handler() {
    return getUncaughtExceptionHandler();
  }
}
