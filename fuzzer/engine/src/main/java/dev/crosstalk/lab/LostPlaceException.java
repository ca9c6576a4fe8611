package dev.crosstalk.lab;

/**
 * A place did not come back from a case: the driver spins, or stopped the world's own thread. The
 * case says nothing; the place is given up and another takes its turn.
 */
public final class LostPlaceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostPlaceException(String message) {
    super(message);
  }
}
