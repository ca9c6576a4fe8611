package dev.crosstalk.cli;

/** Whole numbers in options. */
final class Numbers {

  private Numbers() {}

  /**
   * Reads a number.
   *
   * @throws UsageException when it is none, or outside of the bounds
   */
  static long parse(String option, String text, long min, long max) {
    String accepted = "it takes a whole number from " + min + " to " + max;
    if (!text.matches("[0-9]{1,19}")) {
      throw new UsageException(option, "'" + text + "' is no such number", accepted);
    }
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException tooLong) {
      // Said below.
    }
    throw new UsageException(option, text + " is out of range", accepted);
  }
}
