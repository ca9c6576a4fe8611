package dev.crosstalk.agent;

/** This JVM cannot hold a simulated world; the message says in one sentence what is missing. */
public final class UnsupportedJdkException extends Exception {
  private static final long serialVersionUID = 1L;

  UnsupportedJdkException(String message) {
    super(message);
  }
}
