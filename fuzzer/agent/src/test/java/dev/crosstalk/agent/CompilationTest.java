package dev.crosstalk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** The JVM compiles what was rewritten, which it refuses where locks do not pair up. */
class CompilationTest {
  private static final int CALLS = 20_000;
  private static final long LONG_NANOS = 120_000_000_000L;

  /** Locks in all the ways there are. */
  static final class Locking implements IntUnaryOperator {
    private final Object other = new Object();
    private int count;

    @Override
    public int applyAsInt(int by) {
      return method(by) + statically(by) + block(by) + nested(by);
    }

    private synchronized int method(int by) {
      for (int i = 0; i < by; i++) {
        count += i;
      }
      return count;
    }

    private static synchronized int statically(int by) {
      int sum = 0;
      for (int i = 0; i < by; i++) {
        sum += i;
      }
      return sum;
    }

    private int block(int by) {
      synchronized (other) {
        if (by < 0) {
          throw new IllegalArgumentException("negative");
        }
        count += by;
        return count;
      }
    }

    private int nested(int by) {
      long wide = by;
      synchronized (this) {
        for (int i = 0; i < by; i++) {
          synchronized (other) {
            wide += count;
          }
        }
      }
      synchronized (other) {
        count = (int) wide;
      }
      return count;
    }
  }

  @Test
  void methodsThatLockAreCompiled() throws Exception {
    var locking = (IntUnaryOperator) Rewritten.of(Locking.class, Feature.MONITORS);
    var names = List.of("method", "statically", "block", "nested");
    long deadline = System.nanoTime() + LONG_NANOS;
    while (!areCompiled(names) && System.nanoTime() - deadline < 0) {
      for (int i = 0; i < CALLS; i++) {
        int ignored = locking.applyAsInt(i % 8);
      }
    }
    assertThat(names).allMatch(name -> areCompiled(List.of(name)));
  }

  private static boolean areCompiled(List<String> names) {
    List<String> optimized = codeList().lines().filter(line -> line.matches("\\d+ +4 .*")).toList();
    return names.stream()
        .allMatch(
            name ->
                optimized.stream()
                    .anyMatch(line -> line.contains(Locking.class.getName() + "." + name + "(")));
  }

  /** Each line: number, level (4 is the optimizing compiler's), state, method. */
  private static String codeList() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "compilerCodelist",
                  new Object[0],
                  new String[0]);
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }
}
