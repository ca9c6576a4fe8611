package dev.crosstalk.scenario;

/**
 * Writes scenarios as the text that {@link ScenarioReader} reads: first columns padded to one
 * width, one step per line, no more and no less than the scenario says.
 */
public final class ScenarioWriter {
  private static final int COLUMN_WIDTH = 10;

  private ScenarioWriter() {}

  /**
   * The text of a file; equal files give equal text.
   *
   * @return lines that end with LF
   * @throws IllegalArgumentException when a command's name has one word too many or too few to be
   *     read back, or the text is longer than {@link ScenarioReader#CHARS_MAX}
   */
  public static String write(ScenarioFile file) {
    var text = new StringBuilder();
    text.append(ScenarioReader.FORMAT).append(' ').append(ScenarioReader.VERSION).append('\n');
    HeaderText.of(file).forEach((key, value) -> line(text, key, value));
    if (!file.scenario().steps().isEmpty()) {
      text.append('\n');
    }
    for (Step step : file.scenario().steps()) {
      line(text, StepText.subject(step), StepText.body(step));
      if (text.length() > ScenarioReader.CHARS_MAX) {
        break;
      }
    }
    if (text.length() > ScenarioReader.CHARS_MAX) {
      throw new IllegalArgumentException(
          "a scenario of more than "
              + ScenarioReader.CHARS_MAX
              + " characters cannot be read back");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String first, String rest) {
    text.append(first).repeat(' ', COLUMN_WIDTH - first.length()).append(rest).append('\n');
  }
}
