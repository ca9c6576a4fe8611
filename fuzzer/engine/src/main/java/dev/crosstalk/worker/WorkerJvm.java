package dev.crosstalk.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A JVM like this one, but for one processor: the same Java, class path and options.
 *
 * @param main the class that it runs
 * @param arguments of its main method
 */
public record WorkerJvm(String main, List<String> arguments) {
  /** One processor collects garbage best by itself. */
  private static final List<String> ON_ONE_CORE =
      List.of("-XX:ActiveProcessorCount=1", "-XX:-UseParallelGC", "-XX:+UseSerialGC");

  /**
   * Ctrl-C goes to every process of a terminal: it is ours to say when a worker ends. What is
   * ignored at the start of a JVM stays so.
   */
  private static final String UNDISTURBED = "trap '' INT; ";

  private static final String ON_ANY = UNDISTURBED + "exec \"$@\"";

  /** The processor is {@code $0}. */
  private static final String ON_THAT =
      UNDISTURBED
          + "if command -v taskset >/dev/null; then exec taskset -c \"$0\" \"$@\"; fi; exec \"$@\"";

  public WorkerJvm {
    arguments = List.copyOf(arguments);
  }

  /**
   * The words of its command line.
   *
   * @param core the processor it stays on
   */
  List<String> command(OptionalInt core) {
    var words = new ArrayList<String>(List.of("sh", "-c"));
    words.add(core.isPresent() ? ON_THAT : ON_ANY);
    words.add(core.isPresent() ? Integer.toString(core.getAsInt()) : "sh");
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options());
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(main);
    words.addAll(arguments);
    return words;
  }

  /** What it is started with besides its class path. */
  public static List<String> options() {
    var options = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    options.addAll(ON_ONE_CORE);
    return options;
  }
}
