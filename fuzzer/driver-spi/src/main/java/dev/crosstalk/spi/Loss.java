package dev.crosstalk.spi;

/** What a variant's API does not carry over from a reply, so that no oracle asks for it. */
public enum Loss {
  /** The order of a map's entries. */
  MAP_ORDER,
  /** The order of a set's members. */
  SET_ORDER,
  /** That it is a set, where the command does not say so. */
  SET_AS_ARRAY,
  /** That it is a map and not its keys and values in turn, where the command does not say so. */
  MAP_AS_ARRAY,
  /**
   * That a yes or no came as the number that RESP2 has in a boolean's place, where the command does
   * not say so.
   */
  FLAG_OR_NUMBER,
  /** All of a reply but the first error among its elements; of EXEC's, of each of them. */
  BESIDE_AN_ERROR,
  /** The reply to MULTI: the method returns nothing, or before it has come. */
  MULTI_REPLY
}
