package dev.crosstalk.reference;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The calls of one connection, in the order in which they are sent and answered. The pipeline's
 * shared state, all of it under one lock, which also covers the writing: so the row and the wire
 * have the same order. A call that has ended keeps its place.
 */
final class Row {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiter> unsent = new ArrayDeque<>();
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private boolean open;

  void inOneStep(Pipeline.Step step) throws IOException {
    lock.lock();
    try {
      step.run();
    } finally {
      lock.unlock();
    }
  }

  /** Whether calls are sent at once; to be asked within a step. */
  boolean isOpen() {
    return open;
  }

  /** Takes the next place: among those who wait for a reply, or for the connection. */
  void add(Waiter waiter) {
    lock.lock();
    try {
      (open ? waiting : unsent).add(waiter);
    } finally {
      lock.unlock();
    }
  }

  /** From here on calls are sent. Gives out those to be sent first; within a step. */
  List<Waiter> open() {
    open = true;
    unsent.stream().filter(waiter -> !waiter.hasEnded()).forEach(waiting::add);
    unsent.clear();
    return List.copyOf(waiting);
  }

  /** The first who waits for a reply gives up his place to take it. */
  Optional<Waiter> takeFirst() {
    lock.lock();
    try {
      return Optional.ofNullable(waiting.poll());
    } finally {
      lock.unlock();
    }
  }

  Optional<Waiter> first() {
    lock.lock();
    try {
      return Optional.ofNullable(waiting.peek());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives out everybody. Replies may have been read that are not handed out yet: they must find
   * nobody, so calls that come from here on wait where no reply looks for them.
   */
  List<Waiter> close() {
    lock.lock();
    try {
      open = false;
      var everybody = new ArrayList<>(waiting);
      everybody.addAll(unsent);
      waiting.clear();
      unsent.clear();
      return everybody;
    } finally {
      lock.unlock();
    }
  }
}
