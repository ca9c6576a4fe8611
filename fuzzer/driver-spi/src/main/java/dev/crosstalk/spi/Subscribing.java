package dev.crosstalk.spi;

import java.util.Set;

/** The words by which a session subscribes and stops; see {@link Capability#SUBSCRIBES}. */
public final class Subscribing {
  public static final String SUBSCRIBE = "SUBSCRIBE";
  public static final String PSUBSCRIBE = "PSUBSCRIBE";

  /** Without an argument from all channels, as {@link #PUNSUBSCRIBE} from all patterns. */
  public static final String UNSUBSCRIBE = "UNSUBSCRIBE";

  public static final String PUNSUBSCRIBE = "PUNSUBSCRIBE";

  private static final Set<String> BEGINS = Set.of(SUBSCRIBE, PSUBSCRIBE);
  private static final Set<String> ENDS = Set.of(UNSUBSCRIBE, PUNSUBSCRIBE);

  private Subscribing() {}

  public static boolean beginsBy(Command command) {
    return BEGINS.contains(command.name());
  }

  public static boolean endsBy(Command command) {
    return ENDS.contains(command.name());
  }

  /** Whether a command is one of the four. */
  public static boolean isBy(Command command) {
    return beginsBy(command) || endsBy(command);
  }
}
