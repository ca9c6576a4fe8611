package dev.crosstalk.world;

/** A case goes on for ever while the clock stands still: somebody in it spins. */
public final class NeverQuietException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NeverQuietException(String message) {
    super(message);
  }
}
