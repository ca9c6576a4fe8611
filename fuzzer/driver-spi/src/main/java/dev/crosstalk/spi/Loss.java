package dev.crosstalk.spi;

/** What a variant's API does not carry over from a reply, so that no oracle asks for it. */
public enum Loss {
  /** The order of a map's entries. */
  MAP_ORDER,
  /** The order of a set's members. */
  SET_ORDER,
  /** The reply to MULTI: the method returns nothing, or before it has come. */
  MULTI_REPLY
}
