package dev.crosstalk.history;

import java.util.List;

/**
 * What is left of clients that were opened behind a case, one after the other, each asked something
 * and closed, when each of them had left a thread of the driver's behind, and those had had time to
 * end. Only a world that knows every thread of a driver can tell.
 *
 * @param clients how many were opened and closed; 0 where nobody looked, or not each of them left a
 *     thread
 * @param threads by how many there are more than before them
 * @param stack where the youngest of those is, innermost frame first
 */
public record ThreadsLeft(int clients, int threads, List<String> stack) {

  /** Of fewer clients nothing is said: all of them may share a pool that is not full yet. */
  public static final int CLIENTS_MIN = 50;

  /** How what is observed of them begins. */
  public static final String SYMPTOM = "threads are left";

  /** Nothing can be said of threads. */
  public static final ThreadsLeft UNKNOWN = new ThreadsLeft(0, 0, List.of());

  public ThreadsLeft {
    stack = List.copyOf(stack);
  }
}
