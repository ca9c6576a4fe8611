package dev.crosstalk.lab;

/** The world asked for is not to be had, by this driver or on this JVM; the message says which. */
public final class WorldUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorldUnavailableException(String message) {
    super(message);
  }
}
