package dev.crosstalk.world.tcp;

import dev.crosstalk.world.LaneThread;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * A lane's thread, borrowed from a pool while there is something to run: to the tasks it looks like
 * one thread with one interrupt flag.
 */
final class PooledLane implements LaneThread {
  private final Executor executor;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private Thread thread;
  private boolean interrupted;

  PooledLane(Executor executor) {
    this.executor = executor;
  }

  @Override
  public synchronized void run(Runnable task) {
    tasks.add(task);
    if (tasks.size() == 1) {
      executor.execute(this::drain);
    }
  }

  private void drain() {
    Runnable task = begin();
    while (task != null) {
      task.run();
      task = next();
    }
  }

  private synchronized Runnable begin() {
    thread = Thread.currentThread();
    if (interrupted) {
      thread.interrupt();
    }
    return tasks.peek();
  }

  /** The head of the queue stays there while it runs, so that an idle lane has an empty one. */
  private synchronized Runnable next() {
    tasks.remove();
    Runnable task = tasks.peek();
    if (task == null) {
      interrupted = Thread.interrupted();
      thread = null;
    }
    return task;
  }

  @Override
  public synchronized void interrupt() {
    if (thread == null) {
      interrupted = true;
    } else {
      thread.interrupt();
    }
  }

  synchronized boolean isIdle() {
    return tasks.isEmpty();
  }

  /** Whose thread it has borrowed; null when it has none, or none yet. */
  synchronized Thread thread() {
    return thread;
  }

  /** Ends a park of the task that runs, as parks may end at any time. */
  synchronized void unpark() {
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public synchronized void clearInterrupt() {
    interrupted = false;
    if (thread != null) {
      run(Thread::interrupted);
    }
  }
}
