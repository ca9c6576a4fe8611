package dev.crosstalk.reference;

import java.io.IOException;

/** There is no connection to be had; what was to be sent was not sent. */
public final class NotConnectedException extends IOException {
  private static final long serialVersionUID = 1L;

  public NotConnectedException(String message) {
    super(message);
  }

  public NotConnectedException(String message, Throwable cause) {
    super(message, cause);
  }
}
