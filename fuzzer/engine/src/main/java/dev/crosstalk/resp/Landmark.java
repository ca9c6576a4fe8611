package dev.crosstalk.resp;

/**
 * A kind of place in the bytes of a reply where drivers have been seen to go wrong when the bytes
 * stop there. {@link RespLandmarks} finds them.
 */
public enum Landmark {
  /** Right after the type byte of any value. */
  AFTER_TYPE,

  /**
   * Between two characters of an announced length or count, the sign of a null's {@code -1}
   * included; a length of one digit has no such place.
   */
  INSIDE_LENGTH,

  /** Before the CR of a line end of the protocol, also of the one that closes a bulk. */
  BEFORE_LINE_END,

  /** Between CR and LF of such a line end. */
  INSIDE_LINE_END,

  /** After the LF of such a line end, unless that ends the reply. */
  AFTER_LINE_END,

  /** After the line that announces an aggregate or attributes, {@code *-1} excepted. */
  AFTER_HEADER,

  /**
   * Before the second and each later element of an aggregate. Keys and values of maps and
   * attributes are elements, and so is the value that follows its attributes.
   */
  BETWEEN_ELEMENTS,

  /**
   * Before a byte of a payload that could be a RESP type byte. Payloads are all bytes of bulks,
   * bulk errors and verbatim strings (format and colon included), and the text of simple strings
   * and simple errors; numbers are not.
   */
  BEFORE_LOOKALIKE
}
