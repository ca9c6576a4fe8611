package dev.crosstalk.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Connections of a client that nobody uses, the one that was given back last goes out first. All of
 * its state is under one lock.
 */
public final class IdleConnections {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  /** Takes one out. */
  Optional<Connection> take() {
    lock.lock();
    try {
      return Optional.ofNullable(idle.poll());
    } finally {
      lock.unlock();
    }
  }

  /** Takes one back; closes it when there is no use for it any more. */
  void giveBack(Connection connection) {
    boolean kept;
    lock.lock();
    try {
      kept = !closed;
      if (kept) {
        idle.push(connection);
      }
    } finally {
      lock.unlock();
    }
    if (!kept) {
      connection.close();
    }
  }

  /** Closes all: where one was lost, the others may be. */
  void clear() {
    List<Connection> all;
    lock.lock();
    try {
      all = new ArrayList<>(idle);
      idle.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(Connection::close);
  }

  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    clear();
  }
}
