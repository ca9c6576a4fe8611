package dev.crosstalk.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM like this one: the same Java, class path and options.
 *
 * @param main the class that it runs
 * @param arguments of its main method
 */
public record WorkerJvm(String main, List<String> arguments) {

  /** How long a worker lives. */
  public enum Life {
    /** Some seconds: code is compiled once, and quickly, rather than well. */
    BRIEF,
    LONG
  }

  /** One processor collects garbage best by itself. */
  private static final List<String> ON_ONE_CORE =
      List.of("-XX:ActiveProcessorCount=1", "-XX:-UseParallelGC", "-XX:+UseSerialGC");

  private static final String COMPILED_QUICKLY = "-XX:TieredStopAtLevel=1";

  /**
   * Ctrl-C goes to every process of a terminal: it is ours to say when a worker ends. What is
   * ignored at the start of a JVM stays so. Messages leave by a descriptor of their own: JVM and
   * drivers print what they like to standard output, from native code, too.
   */
  private static final String ALONE = "trap '' INT; exec %d>&1 1>&2; ".formatted(Supervisor.OUT);

  private static final String ANYWHERE = ALONE + "exec \"$@\"";

  /** The processors are {@code $0}; where the system has no taskset, or lets none, anywhere. */
  private static final String THERE =
      ALONE
          + "if taskset -c \"$0\" true >/dev/null 2>&1; then exec taskset -c \"$0\" \"$@\"; fi; "
          + "exec \"$@\"";

  public WorkerJvm {
    arguments = List.copyOf(arguments);
  }

  /** The words of its command line. */
  List<String> command(Cores cores, Life life) {
    boolean anywhere = cores.numbers().isEmpty();
    var words = new ArrayList<>(List.of("sh", "-c"));
    words.add(anywhere ? ANYWHERE : THERE);
    words.add(anywhere ? "sh" : cores.list());
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options(cores, life));
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(main);
    words.addAll(arguments);
    return words;
  }

  /** What it is started with besides its class path. */
  public static List<String> options(Cores cores, Life life) {
    var options = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    if (cores.count() == 1) {
      options.addAll(ON_ONE_CORE);
    } else {
      options.add("-XX:ActiveProcessorCount=" + cores.count());
    }
    if (life == Life.BRIEF) {
      options.add(COMPILED_QUICKLY);
    }
    return options;
  }
}
