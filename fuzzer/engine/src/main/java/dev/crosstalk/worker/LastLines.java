package dev.crosstalk.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of a flood. */
final class LastLines {
  private static final int LINES_MAX = 50;
  private static final int LENGTH_MAX = 500;

  private final Deque<String> lines = new ArrayDeque<>();

  synchronized void add(String line) {
    if (lines.size() == LINES_MAX) {
      lines.removeFirst();
    }
    lines.addLast(line.length() > LENGTH_MAX ? line.substring(0, LENGTH_MAX) + "..." : line);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
