package dev.crosstalk.lettuce;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;

/**
 * On by default since 7.0: each handshake then ends with CLIENT MAINT_NOTIFICATIONS ON, in one more
 * round trip, which only Redis Enterprise and Cloud know; from any other server comes an error,
 * which Lettuce ignores. Apart, since versions before lack the class.
 */
final class Maintenance {
  private static final boolean KNOWN = isKnown();

  private Maintenance() {}

  static ClientOptions.Builder off(ClientOptions.Builder options) {
    return KNOWN ? options.maintNotificationsConfig(MaintNotificationsConfig.disabled()) : options;
  }

  private static boolean isKnown() {
    try {
      Class.forName("io.lettuce.core.MaintNotificationsConfig");
      return true;
    } catch (ClassNotFoundException before) {
      return false;
    }
  }
}
