package dev.crosstalk.reference;

/** The server answered a command with an error; the connection is as good as before. */
public final class ServerErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the server's, unchanged
   */
  public ServerErrorException(String message) {
    super(message);
  }
}
