package dev.crosstalk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * The processor time of this process without that of its compilers, which depends on how long the
 * process has run rather than on what it does. To be asked several times a second.
 */
final class CpuClock {
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final CompilerThreads compilers = new CompilerThreads(Path.of("/proc/self/task"));

  /** Nanoseconds from any beginning, in steps of ten milliseconds. */
  long nanos() {
    return process.getProcessCpuTime() - compilers.nanos();
  }
}
