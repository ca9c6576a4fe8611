package dev.crosstalk.scenario;

/**
 * A scenario file says something that the format does not know. The message names the place, what
 * is wrong there and what would be accepted: {@code corpus/x.crosstalk:7: unknown step 'sevrer'; a
 * line starts with a lane (A to Z), 'clock', 'schedule' or 'server'}.
 */
public final class ScenarioSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String wrong;
  private final String accepted;

  ScenarioSyntaxException(String file, int line, String wrong, String accepted) {
    super(file + ":" + line + ": " + wrong + "; " + accepted);
    this.file = file;
    this.line = line;
    this.wrong = wrong;
    this.accepted = accepted;
  }

  /** The file's name as the caller of the reader gave it. */
  public String file() {
    return file;
  }

  /** Counted from 1; of something that is missing, the line before which it should have stood. */
  public int line() {
    return line;
  }

  /** What is wrong, as the first half of a sentence; quotes at most some 60 characters. */
  public String wrong() {
    return wrong;
  }

  /** What would be accepted, as the second half of the sentence. */
  public String accepted() {
    return accepted;
  }
}
