package dev.crosstalk.world;

/** The thread of one lane: runs what it is given in order. */
public interface LaneThread {

  /** Queues a task behind those given before. */
  void run(Runnable task);

  /** Interrupts the task that runs; an idle lane's next task finds its interrupt flag set. */
  void interrupt();

  /** Forgets an interrupt that no task has noticed. */
  void clearInterrupt();
}
