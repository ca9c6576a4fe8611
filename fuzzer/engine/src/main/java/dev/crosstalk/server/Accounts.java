package dev.crosstalk.server;

import dev.crosstalk.spi.Credentials;
import java.util.Optional;

/** Who may log in: the default user, who needs no password, and one other where there is one. */
public record Accounts(Optional<Credentials> other) {
  public static final String DEFAULT_USER = "default";

  /** As Redis: the default user is {@code nopass}, so any password will do for it. */
  boolean accepts(String user, String password) {
    return user.equals(DEFAULT_USER)
        || other.filter(known -> known.equals(new Credentials(user, password))).isPresent();
  }
}
