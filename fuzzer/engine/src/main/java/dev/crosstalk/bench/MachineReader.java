package dev.crosstalk.bench;

import dev.crosstalk.worker.Cores;
import dev.crosstalk.worker.WorkerJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what this machine is, as Linux tells it; what it does not tell is unknown. */
final class MachineReader {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final Pattern CPU = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
  private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*([0-9]+) kB$");
  private static final Pattern LOAD = Pattern.compile("^(\\S+ \\S+ \\S+)");
  private static final String UNKNOWN = "unknown";
  private static final long MEBIBYTE = 1 << 20;

  private final Path proc;
  private final String loadBefore;

  /** Remembers the load that there is before anything is measured. */
  MachineReader(Path proc) {
    this.proc = proc;
    this.loadBefore = load();
  }

  /**
   * The machine, with the load that there is afterwards.
   *
   * @param workers that measured
   */
  Machine read(int workers) {
    Runtime runtime = Runtime.getRuntime();
    String kibibytes = first(MEMORY, "meminfo");
    return new Machine(
        DATE.format(LocalDateTime.now()),
        runtime.availableProcessors(),
        first(CPU, "cpuinfo"),
        kibibytes.equals(UNKNOWN) ? 0 : Long.parseLong(kibibytes) / 1024,
        runtime.maxMemory() / MEBIBYTE,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
        jvmOptions(
            WorkerJvm.options(Cores.among(workers).getFirst(), WorkerJvm.Life.LONG),
            System.getProperty("crosstalk.home", "")),
        loadBefore,
        load());
  }

  static List<String> jvmOptions(List<String> options, String home) {
    return options.stream()
        .filter(option -> !option.startsWith("-Dcrosstalk.home="))
        .map(option -> home.isEmpty() ? option : option.replace(home, "."))
        .toList();
  }

  private String load() {
    return first(LOAD, "loadavg");
  }

  private String first(Pattern pattern, String file) {
    try {
      Matcher matcher = pattern.matcher(Files.readString(proc.resolve(file)));
      return matcher.find() ? matcher.group(1).strip() : UNKNOWN;
    } catch (IOException notLinux) {
      return UNKNOWN;
    }
  }
}
