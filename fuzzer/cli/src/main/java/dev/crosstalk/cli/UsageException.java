package dev.crosstalk.cli;

/** The user's input is wrong. One line: where, what is wrong there, and what is accepted. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A mistake in an option or file.
   *
   * @param where the option, parameter or file
   * @param wrong the offending value and its fault
   * @param accepted what would be right
   */
  UsageException(String where, String wrong, String accepted) {
    super(where + ": " + wrong + "; " + accepted);
  }

  /** A mistake that says all by itself. */
  UsageException(String message) {
    super(message);
  }
}
