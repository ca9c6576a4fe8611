package dev.crosstalk.history;

/**
 * A text is no history that this Crosstalk reads. The message says why and names no file: whoever
 * has one puts it in front.
 */
public final class HistoryFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HistoryFormatException(String reason) {
    super(reason);
  }

  HistoryFormatException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
