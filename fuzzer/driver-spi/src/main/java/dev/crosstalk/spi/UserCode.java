package dev.crosstalk.spi;

/**
 * Failing code of the user. Where it fails is written in the data, as a mark inside a key or a
 * value, never "at the next call": so deleting a step changes nothing about the others.
 */
public final class UserCode {

  /** Inside an argument: the user's encoder throws when it meets this text. */
  public static final String ENCODE_FAILS = "!encode-fails!";

  /** Inside a message: the user's listener throws when it is told this text. */
  public static final String LISTENER_FAILS = "!listener-fails!";

  private UserCode() {}

  /** What a user's failing code throws. Looked for in the cause chain of whatever arrives. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }

  /**
   * What an adapter's codec calls on each argument before it encodes it.
   *
   * @throws Failure when the text carries {@link #ENCODE_FAILS}
   */
  public static String encoding(String text) {
    if (text.contains(ENCODE_FAILS)) {
      throw new Failure("the user's encoder fails on '" + text + "'");
    }
    return text;
  }

  /**
   * What a listener calls on each message.
   *
   * @throws Failure when the text carries {@link #LISTENER_FAILS}
   */
  public static void listening(String message) {
    if (message.contains(LISTENER_FAILS)) {
      throw new Failure("the user's listener fails on '" + message + "'");
    }
  }

  /** Whether user code failed anywhere in this chain of causes. */
  static boolean failedIn(Throwable failure) {
    int depth = 0;
    for (Throwable at = failure; at != null && depth < 32; at = at.getCause(), depth++) {
      if (at instanceof Failure) {
        return true;
      }
    }
    return false;
  }
}
