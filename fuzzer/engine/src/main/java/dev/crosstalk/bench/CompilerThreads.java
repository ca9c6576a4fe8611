package dev.crosstalk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The processor time of the JVM's compiler threads, which come and go, as Linux counts it (man 5
 * proc_pid_stat). What one does after it was asked last, before it ends, is missed.
 */
final class CompilerThreads {
  /** Linux cuts names after 15 characters: {@code C2 CompilerThre}. */
  private static final String NAME = "C[12] CompilerThre.*";

  /** USER_HZ is 100 on each platform that a JDK 25 runs on. */
  private static final long NANOS_PER_TICK = 10_000_000;

  /** Places of utime and stime behind the name, counted from 0. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  private final Path tasks;
  private final Map<String, Boolean> isCompiler = new HashMap<>();
  private final Map<String, Long> latest = new HashMap<>();
  private long nanos;

  CompilerThreads(Path tasks) {
    this.tasks = tasks;
  }

  /** All of it so far; never less than before. */
  long nanos() {
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      var alive = new HashSet<String>();
      for (Path thread : threads) {
        alive.add(thread.getFileName().toString());
        ask(thread);
      }
      forgetAllBut(alive);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return nanos;
  }

  private void ask(Path thread) {
    String id = thread.getFileName().toString();
    try {
      if (!isCompiler.containsKey(id)) {
        isCompiler.put(id, Files.readString(thread.resolve("comm")).strip().matches(NAME));
      }
      if (isCompiler.get(id)) {
        long now = ticks(Files.readString(thread.resolve("stat"))) * NANOS_PER_TICK;
        nanos += now - latest.getOrDefault(id, 0L);
        latest.put(id, now);
      }
    } catch (IOException ended) {
      // Between being listed and being asked: there is no such file, or no such process.
    }
  }

  /** The kernel gives a thread's number to another. */
  private void forgetAllBut(Set<String> alive) {
    isCompiler.keySet().retainAll(alive);
    latest.keySet().retainAll(alive);
  }

  /** Of a line such as {@code 17 (C2 CompilerThre) S 1 ...}; a name may hold blanks. */
  private static long ticks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
  }
}
