package dev.crosstalk.world.tcp;

import java.util.OptionalLong;

/** What a thread was seen doing that did nothing. */
sealed interface Sleep {

  /** Whether the thread has slept ever since it was seen. */
  boolean goesOn();

  /** Whether the thread is the one with an id of the JVM's. */
  boolean isOf(long threadId);

  /** The id of the thread that holds the lock it waits for, if that is what it waits for. */
  OptionalLong lockOwner();

  /** It waits for something to read, the so-many-th wait there. */
  record Reading(DriverEnd end, Thread reader, int waits) implements Sleep {
    @Override
    public boolean goesOn() {
      return end.reader() == reader && end.waits() == waits;
    }

    @Override
    public boolean isOf(long threadId) {
      return reader.threadId() == threadId;
    }

    @Override
    public OptionalLong lockOwner() {
      return OptionalLong.empty();
    }
  }

  /**
   * It waits for anything else.
   *
   * @param sleep what {@link KernelThread#sleep} said
   */
  record Waiting(KernelThread thread, long sleep) implements Sleep {
    @Override
    public boolean goesOn() {
      return thread.stillSleeps(sleep);
    }

    @Override
    public boolean isOf(long threadId) {
      return thread.thread().threadId() == threadId;
    }

    @Override
    public OptionalLong lockOwner() {
      return thread.lockOwner();
    }
  }
}
