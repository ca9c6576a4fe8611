package dev.crosstalk.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the command engine takes its values from. */
public interface ValueSource {

  /** The string at a key; empty where there is none. */
  Optional<String> string(Origin origin, String key);

  void putString(Origin origin, String key, String value);

  /** Adds one to the number at a key; the number after. */
  long increment(Origin origin, String key);

  /** The list at a key, whole; empty where there is none. */
  List<String> list(Origin origin, String key);

  /** The hash at a key in its order; empty where there is none. */
  Map<String, String> hash(Origin origin, String key);
}
