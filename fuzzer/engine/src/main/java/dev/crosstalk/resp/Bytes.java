package dev.crosstalk.resp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable sequence of zero or more bytes with equality by content: the payload of bulk replies
 * and the words of requests, which are binary safe and need not be text.
 */
public final class Bytes {
  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private static final int SHOWN_BYTES_MAX = 64;

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** Copies {@code content}; later changes to the array are not seen. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** The UTF-8 encoding of {@code text}; an unpaired surrogate becomes a question mark. */
  public static Bytes ofUtf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes over {@code content}, which the caller must not touch again. */
  static Bytes owning(byte[] content) {
    return new Bytes(content);
  }

  /** These bytes read as UTF-8; malformed sequences become U+FFFD, so this may lose information. */
  public String utf8() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** A fresh copy, as long as {@link #size()}. */
  public byte[] toArray() {
    return content.clone();
  }

  public int size() {
    return content.length;
  }

  /**
   * The byte at {@code index}, counted from 0.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
   */
  public byte at(int index) {
    return content[index];
  }

  void addTo(ByteSink out) {
    out.add(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /**
   * The bytes between double quotes, escaped as redis-cli shows them; of more than 64 bytes, the
   * first 64 and the total. For messages only, not to be parsed.
   */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < Math.min(content.length, SHOWN_BYTES_MAX); i++) {
      shown.append(escaped(content[i]));
    }
    shown.append('"');
    if (content.length > SHOWN_BYTES_MAX) {
      shown.append("... (").append(content.length).append(" bytes)");
    }
    return shown.toString();
  }

  private static String escaped(byte b) {
    return switch (b) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> b >= ' ' && b <= '~' ? String.valueOf((char) b) : "\\x%02x".formatted(b);
    };
  }
}
