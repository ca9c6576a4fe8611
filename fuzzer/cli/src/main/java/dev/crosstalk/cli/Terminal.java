package dev.crosstalk.cli;

import dev.crosstalk.report.Ink;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;

/**
 * Where output goes, and what may be written there.
 *
 * @param live whether a line on stderr may be overwritten
 * @param ink of stdout
 */
record Terminal(boolean live, Ink ink) {
  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  static Terminal ofProcess() {
    return of(isTerminal(STDOUT), isTerminal(STDERR), System.getenv());
  }

  /** By what the streams are and what the environment wishes: https://no-color.org. */
  static Terminal of(boolean out, boolean err, Map<String, String> environment) {
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty() && !dumb;
    return new Terminal(err && !dumb, out && colour ? Ink.ANSI : Ink.PLAIN);
  }

  /** Asks isatty (POSIX): Java tells of stdin and stdout together only, and of stderr never. */
  @SuppressWarnings("restricted")
  private static boolean isTerminal(int descriptor) {
    try {
      Linker linker = Linker.nativeLinker();
      MethodHandle isatty =
          linker.downcallHandle(
              linker.defaultLookup().find("isatty").orElseThrow(),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
      return (int) isatty.invokeExact(descriptor) == 1;
    } catch (Throwable unknown) {
      return false;
    }
  }
}
