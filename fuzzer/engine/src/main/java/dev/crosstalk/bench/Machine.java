package dev.crosstalk.bench;

import java.util.List;

/**
 * What a measurement was taken on.
 *
 * @param date {@code 2026-11-21 19:07}, local time
 * @param cpu the model's name
 * @param memoryMebibytes of the machine
 * @param kernel name and version
 * @param heapMebibytes at most, of each JVM
 * @param jvmOptions of workers, the home folder written as {@code .}
 * @param loadBefore {@code 0.52 0.58 0.59}: the load averages of 1, 5 and 15 minutes
 */
public record Machine(
    String date,
    int cores,
    String cpu,
    long memoryMebibytes,
    long heapMebibytes,
    String kernel,
    String jdk,
    List<String> jvmOptions,
    String loadBefore,
    String loadAfter) {

  public Machine {
    jvmOptions = List.copyOf(jvmOptions);
  }
}
