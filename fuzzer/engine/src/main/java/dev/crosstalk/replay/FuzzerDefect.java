package dev.crosstalk.replay;

/** A mistake of ours. Never counted as a finding, always reported with what reproduces it. */
public final class FuzzerDefect extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FuzzerDefect(String message) {
    super(message);
  }

  public FuzzerDefect(String message, Throwable cause) {
    super(message, cause);
  }
}
