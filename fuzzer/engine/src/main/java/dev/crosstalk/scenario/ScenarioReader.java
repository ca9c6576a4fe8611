package dev.crosstalk.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Reads the text form of scenarios, which {@link ScenarioWriter} writes:
 *
 * <pre>
 * crosstalk 1
 * title     torn reply survives a reconnect
 * driver    canaries/torn-reply-survives-reconnect
 * expect    matched violated
 * settings  protocol=2 timeout=60s lanes=1
 *
 * A         A1 SET k1 "two words\r\n+OK", at once
 * server    tear the reply to A1 1 byte before its end, then close
 * A         await A1
 * </pre>
 *
 * <p>Blanks and tabs separate columns, lines may end with CRLF, empty lines and lines that start
 * with {@code #} mean nothing. Only the title must be there; headers stand before the steps, in any
 * order. A comma outside of quotes is never part of a word. Nothing is guessed: whatever the format
 * does not know is a {@link ScenarioSyntaxException}.
 */
public final class ScenarioReader {
  /** The length of a file's text, in {@code char}s. */
  public static final int CHARS_MAX = 1 << 22;

  /** Empty lines and comments included. */
  public static final int LINES_MAX = 100_000;

  static final String FORMAT = "crosstalk";
  static final String VERSION = "1";

  private final Set<String> commandNames;

  /**
   * @param commandNames the names of commands that a scenario may start
   * @throws IllegalArgumentException when a name has a subcommand that its first word does not
   *     take, or none where it takes one
   */
  public ScenarioReader(Set<String> commandNames) {
    commandNames.forEach(CommandText::requireReadable);
    this.commandNames = Set.copyOf(commandNames);
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read at all
   * @throws ScenarioSyntaxException when it is too long, not UTF-8, or not a scenario
   */
  public ScenarioFile read(Path file) throws IOException {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, FileBytes.decode(name, in.readNBytes(FileBytes.MAX + 1)));
    }
  }

  /**
   * Reads text.
   *
   * @param fileName what errors call it
   * @throws ScenarioSyntaxException when it is not a scenario
   */
  public ScenarioFile read(String fileName, String text) {
    if (text.length() > CHARS_MAX) {
      throw new Place(fileName, 1)
          .wrong("the file is too long", "it has at most " + CHARS_MAX + " characters");
    }
    var lines = new FileLines(fileName, new StepReader(commandNames));
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines.file();
  }
}
