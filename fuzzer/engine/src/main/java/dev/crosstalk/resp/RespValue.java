package dev.crosstalk.resp;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/**
 * One reply of a Redis server, of any RESP2 or RESP3 type. Equality is by type and content: the
 * three nulls differ from each other, and elements compare in wire order, also those of sets and
 * maps. Aggregates may be empty, nest, and repeat elements or keys.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP, section "RESP
 *     protocol description"</a>
 */
public sealed interface RespValue {

  /** {@code +text\r\n}. Refuses text with CR, LF or an unpaired surrogate. */
  record SimpleString(String text) implements RespValue {
    public SimpleString {
      requireOneLine(text);
    }
  }

  /**
   * {@code -text\r\n}; by convention the text begins with an upper-case error prefix such as {@code
   * ERR}. Refuses text with CR, LF or an unpaired surrogate.
   */
  record SimpleError(String text) implements RespValue {
    public SimpleError {
      requireOneLine(text);
    }
  }

  /** {@code :value\r\n}, a signed 64-bit integer. */
  record Int(long value) implements RespValue {}

  /** {@code $size\r\nbytes\r\n}, binary safe. */
  record Bulk(Bytes bytes) implements RespValue {
    public Bulk {
      Objects.requireNonNull(bytes);
    }

    public static Bulk ofUtf8(String text) {
      return new Bulk(Bytes.ofUtf8(text));
    }
  }

  /** {@code !size\r\nbytes\r\n}, RESP3: an error that may hold any bytes. */
  record BulkError(Bytes bytes) implements RespValue {
    public BulkError {
      Objects.requireNonNull(bytes);
    }
  }

  /**
   * {@code =size\r\nfmt:bytes\r\n}, RESP3; the size on the wire counts the format and its colon.
   * The format has exactly three characters up to U+00FF, one wire byte each: {@code txt}, {@code
   * mkd}.
   */
  record VerbatimString(String format, Bytes bytes) implements RespValue {
    public VerbatimString {
      Objects.requireNonNull(bytes);
      if (format.length() != 3 || format.chars().anyMatch(c -> c > 0xFF)) {
        throw new IllegalArgumentException(
            "format \"" + format + "\", accepted: three characters up to U+00FF");
      }
    }
  }

  /** {@code $-1\r\n}, the RESP2 null of bulk strings. */
  record NullBulk() implements RespValue {}

  /** {@code *-1\r\n}, the RESP2 null of arrays. */
  record NullArray() implements RespValue {}

  /** {@code _\r\n}, the RESP3 null. */
  record Null() implements RespValue {}

  /** {@code #t\r\n} or {@code #f\r\n}, RESP3. */
  record Bool(boolean value) implements RespValue {}

  /** {@code ,value\r\n}, RESP3. May be infinite or NaN; all NaN are equal, 0 and -0 are not. */
  record DoubleValue(double value) implements RespValue {}

  /** {@code (value\r\n}, RESP3: an integer of any size. */
  record BigNumber(BigInteger value) implements RespValue {
    public BigNumber {
      Objects.requireNonNull(value);
    }
  }

  /** {@code *count\r\n} and the elements. */
  record Array(List<RespValue> elements) implements RespValue {
    public Array {
      elements = List.copyOf(elements);
    }

    public static Array of(RespValue... elements) {
      return new Array(List.of(elements));
    }
  }

  /** {@code ~count\r\n} and the elements, RESP3. That they are distinct is not checked. */
  record SetValue(List<RespValue> elements) implements RespValue {
    public SetValue {
      elements = List.copyOf(elements);
    }
  }

  /** {@code %count\r\n} and each entry's key and value in turn, RESP3; count is that of entries. */
  record MapValue(List<Entry> entries) implements RespValue {
    public MapValue {
      entries = List.copyOf(entries);
    }
  }

  /** {@code >count\r\n} and the elements, RESP3: out of band, never the answer to a request. */
  record Push(List<RespValue> elements) implements RespValue {
    public Push {
      elements = List.copyOf(elements);
    }
  }

  /**
   * {@code |count\r\n}, the attributes' entries, then the value they augment, RESP3. The value may
   * be attributed again. Legal wherever a value is.
   */
  record Attributed(MapValue attributes, RespValue value) implements RespValue {
    public Attributed {
      Objects.requireNonNull(attributes);
      Objects.requireNonNull(value);
    }
  }

  /** One key and its value in a map or in attributes. */
  record Entry(RespValue key, RespValue value) {
    public Entry {
      Objects.requireNonNull(key);
      Objects.requireNonNull(value);
    }
  }

  private static void requireOneLine(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c == '\r'
          || c == '\n'
          || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
        throw new IllegalArgumentException(
            Bytes.ofUtf8(text) + ", accepted: text without CR, LF and unpaired surrogates");
      }
    }
  }
}
