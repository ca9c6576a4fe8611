package dev.crosstalk.agent;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;

/** One lock: who holds it, who is next, and who waits to be notified. */
final class Monitor {
  Object object;
  Thread owner;
  int count;
  final ArrayDeque<Entry> entering = new ArrayDeque<>();
  final ArrayDeque<Entry> waiting = new ArrayDeque<>();

  void give(Thread newOwner, int newCount) {
    owner = newOwner;
    count = newCount;
  }

  void giveTo(Entry next) {
    give(next.lane, next.count);
    next.granted = true;
    if (next.lane != Thread.currentThread()) {
      LockSupport.unpark(next.lane);
    }
  }

  /** Ends a wait that nobody notified; false when somebody did, or it was ended before. */
  boolean enterWaiting(Entry entry) {
    if (!waiting.remove(entry)) {
      return false;
    }
    if (owner == null) {
      giveTo(entry);
    } else {
      entering.add(entry);
    }
    return true;
  }

  /**
   * Parks the caller until it is given the lock. An interrupt, or a permit to go on that was meant
   * for code outside, is kept for after; but for the interrupt of one that waits to be notified.
   *
   * @return whether that was so: the wait has ended for it
   */
  boolean block(Entry entry) {
    boolean endedByInterrupt = false;
    boolean interruptedToo = false;
    boolean permitToo = false;
    while (!entry.granted) {
      LockSupport.park(this);
      if (!Thread.interrupted()) {
        permitToo |= !entry.granted;
      } else if (!entry.granted && enterWaiting(entry)) {
        endedByInterrupt = true;
      } else {
        interruptedToo = true;
      }
    }
    if (interruptedToo) {
      entry.lane.interrupt();
    }
    if (permitToo) {
      LockSupport.unpark(entry.lane);
    }
    return endedByInterrupt;
  }

  /** A lane that is to enter as often as it was in. */
  static final class Entry {
    final Thread lane;
    final int count;
    boolean granted;

    Entry(Thread lane, int count) {
      this.lane = lane;
      this.count = count;
    }
  }
}
