package dev.crosstalk.campaign;

import java.util.List;

/** The part of a campaign that fuzzes one target. */
interface TargetRun {

  /** Fuzzes until the budget is spent or {@link #stop} is called, then shrinks what is left. */
  void run() throws InterruptedException;

  /** Lets {@link #run} come back soon; from any thread. */
  void stop();

  Progress progress();

  /** In the order found. */
  List<Finding> findings();
}
