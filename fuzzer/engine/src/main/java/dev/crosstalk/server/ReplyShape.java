package dev.crosstalk.server;

/** What a command's reply means to a caller, whichever RESP version carries it. */
public enum ReplyShape {
  /** As its RESP type says. */
  PLAIN,
  /** A map; a flat array of keys and values under RESP2. */
  MAP,
  /** A set; an array under RESP2. */
  SET,
  /** A double; a bulk of its text under RESP2. */
  REAL,
  /** An array of pairs of a member and its score; under RESP2 a flat array of both, as bulks. */
  SCORED,
  /** An array of which each element is a reply of its own. */
  CONFIRMATIONS,
  /** A word; under RESP2, while subscribed, an array of PONG and that word, or of none. */
  PONG
}
