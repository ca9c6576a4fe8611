package dev.crosstalk.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that name the request they answer: key, database, user and the number of the execution.
 * Nothing is stored, so every key exists in every type; what a correct Redis could have said, since
 * other clients may have written anything at any time.
 */
public final class IdentitySource implements ValueSource {
  private static final long FIRST_NUMBER = 1_000_000;

  /** {@code k1@0:default#7}. */
  public static String identity(Origin origin, String what) {
    return what + "@" + origin.database() + ":" + origin.user() + "#" + origin.serial();
  }

  @Override
  public Optional<String> string(Origin origin, String key) {
    return Optional.of(identity(origin, key));
  }

  @Override
  public void putString(Origin origin, String key, String value) {
    // Identities are made, not stored.
  }

  @Override
  public long increment(Origin origin, String key) {
    return FIRST_NUMBER + origin.serial();
  }

  @Override
  public List<String> list(Origin origin, String key) {
    return List.of(
        identity(origin, key + "[0]"),
        identity(origin, key + "[1]"),
        identity(origin, key + "[2]"));
  }

  @Override
  public Map<String, String> hash(Origin origin, String key) {
    var hash = new LinkedHashMap<String, String>();
    hash.put("f1", identity(origin, key + ".f1"));
    hash.put("f2", identity(origin, key + ".f2"));
    return hash;
  }
}
