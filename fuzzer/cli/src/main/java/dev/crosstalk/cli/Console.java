package dev.crosstalk.cli;

import java.io.PrintStream;

/**
 * The streams of the process.
 *
 * @param out data
 * @param err progress and errors
 */
record Console(PrintStream out, PrintStream err, Terminal terminal) {

  static Console ofProcess() {
    return new Console(System.out, System.err, Terminal.ofProcess());
  }

  /** One line on stderr, under our name. */
  void tell(String line) {
    err.println("crosstalk: " + line);
    err.flush();
  }
}
