package dev.crosstalk.resp;

import java.util.List;

/**
 * A mark inside a key, by which a request asks for a value of a certain form. The first one in the
 * order of declaration counts.
 */
public enum KeyMark {
  /** There is no such key. */
  NIL("!nil!"),
  /** A string is empty; of an aggregate only the first element is not. */
  EMPTY("!empty!"),
  /** A string has 1 MiB, all of it the identity again and again; an aggregate 1,000 elements. */
  BIG("!big!"),
  /** Line ends and every type byte of RESP stand before and behind the identity. */
  CRLF("!crlf!");

  /** What follows each line end here could begin a reply. */
  public static final String LOOKALIKES =
      "\r\n+OK\r\n-ERR no\r\n:1\r\n$5\r\n*2\r\n%1\r\n~1\r\n>2\r\n|1\r\n#t\r\n(12\r\n!3\r\n=8\r\n"
          + ",1.5\r\n_\r\n";

  public static final int BIG_BYTES = 1 << 20;
  public static final int BIG_ELEMENTS = 1_000;

  private static final List<KeyMark> ALL = List.of(values());

  private final String text;

  KeyMark(String text) {
    this.text = text;
  }

  /** What a key contains to be marked so. */
  public String text() {
    return text;
  }

  /** Whether a key asks for this form. */
  public boolean marks(String key) {
    if (key.indexOf('!') < 0) {
      return false;
    }
    for (KeyMark mark : ALL) {
      if (key.contains(mark.text)) {
        return mark == this;
      }
    }
    return false;
  }
}
