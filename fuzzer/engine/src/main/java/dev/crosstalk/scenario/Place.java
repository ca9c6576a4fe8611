package dev.crosstalk.scenario;

import java.util.regex.Pattern;

/**
 * A line of a scenario file, so that whatever reads it can say where it went wrong.
 *
 * @param line counted from 1
 */
record Place(String file, int line) {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  ScenarioSyntaxException wrong(String wrong, String accepted) {
    return new ScenarioSyntaxException(file, line, wrong, accepted);
  }

  /** Reads a number without sign or leading zeros; {@code what} names it in the error. */
  int wholeNumber(String text, String what, int min, int max) {
    if (WHOLE_NUMBER.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw wrong(
        what + " is " + WordText.shown(text),
        "it is a whole number from " + min + " to " + max + ", without leading zeros");
  }
}
