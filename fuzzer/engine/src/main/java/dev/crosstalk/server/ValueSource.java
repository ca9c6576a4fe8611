package dev.crosstalk.server;

import java.util.Optional;

/** Where the command engine takes its values from, and where it puts them. */
public interface ValueSource {

  /**
   * What a key holds, as the type that a command works on; empty where there is none.
   *
   * @throws RefusedException WRONGTYPE, where it holds another type
   */
  <T extends Datum> Optional<T> find(Origin origin, String key, Class<T> type);

  /** What a key holds, whatever it is; empty where there is nothing. */
  Optional<Datum> find(Origin origin, String key);

  /** Puts a value at a key; keeps the moment when it expires. One that vanishes ends the key. */
  void put(Origin origin, String key, Datum datum);

  /** Ends a key. */
  void remove(Origin origin, String key);

  /** When a key expires, in milliseconds since 1970; empty where it does not. */
  Optional<Long> expiry(Origin origin, String key);

  /** Sets when a key expires, or that it does not. */
  void expire(Origin origin, String key, Optional<Long> atMillis);

  /** The milliseconds since 1970 now, which relative times to live are added to. */
  long nowMillis();

  /** One field of the hash at a key; empty where there is none. */
  Optional<String> fieldAt(Origin origin, String key, String field);

  /** The score of one member of the sorted set at a key; empty where there is none. */
  Optional<Double> scoreAt(Origin origin, String key, String member);

  /** A number to tell in place of the one that was counted, such as the length of a list. */
  long number(Origin origin, long counted);

  /** A score to tell in place of the true one. */
  double score(Origin origin, double truth);

  /**
   * The number that stands at a key as a text, before something is added to it.
   *
   * @throws RefusedException where it is none
   */
  long integerAt(Origin origin, String key);
}
