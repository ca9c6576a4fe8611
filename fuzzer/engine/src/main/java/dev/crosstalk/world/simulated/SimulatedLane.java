package dev.crosstalk.world.simulated;

import dev.crosstalk.world.LaneThread;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/** A lane: one virtual thread that runs what it is given and parks in between. */
final class SimulatedLane implements LaneThread {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Thread thread;
  private boolean started;
  private boolean running;
  private boolean over;
  private boolean forget;

  SimulatedLane(SimulatedThreads threads, String name) {
    this.thread = threads.unstartedLane(name, this::loop);
  }

  private void loop() {
    while (!over) {
      Runnable task = tasks.poll();
      if (task == null) {
        idle();
      } else {
        if (forget) {
          forget = false;
          boolean ignored = Thread.interrupted();
        }
        running = true;
        task.run();
        running = false;
      }
    }
  }

  /** An interrupt that finds the lane idle is kept for its next task. */
  private void idle() {
    boolean interrupted = false;
    while (tasks.isEmpty() && !over) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run(Runnable task) {
    tasks.add(task);
    if (!started) {
      started = true;
      thread.start();
    } else if (!running) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void interrupt() {
    forget = false;
    if (started) {
      thread.interrupt();
    } else {
      // A thread that has not begun keeps no interrupt; one that waits for its first task does.
      started = true;
      thread.start();
      thread.interrupt();
    }
  }

  @Override
  public void clearInterrupt() {
    forget = true;
    if (running) {
      // Noticed by nobody so far, or by the driver's own wait: that one stays as it is.
      run(() -> {});
    }
  }

  /** Where the task that runs waits; empty when there is none. */
  List<String> stack() {
    return running
        ? Arrays.stream(thread.getStackTrace()).map(StackTraceElement::toString).toList()
        : List.of();
  }

  /** No task will come any more. */
  void end() {
    over = true;
    if (started) {
      LockSupport.unpark(thread);
    }
  }
}
