package dev.crosstalk.campaign;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A case that came to nothing: something of ours went wrong, or it did not come back.
 *
 * @param target the driver and variant that ran
 * @param seed the campaign seed and case number that reproduce it: {@code 42/1234}
 * @param what went wrong, in a line
 * @param trace of stacks, with what is known besides; lines end with LF
 */
public record CaseDefect(String target, String seed, String what, String trace) {

  /** A mistake of ours. */
  public CaseDefect(String target, String seed, Throwable ours) {
    this(target, seed, ours.toString(), traceOf(ours));
  }

  private static String traceOf(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString().stripTrailing();
  }
}
