package dev.crosstalk.sample;

/** The server answered with an error; its message is that of the reply. */
public final class ErrorReplyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ErrorReplyException(String message) {
    super(message);
  }
}
