package dev.crosstalk.reference.resp;

import java.nio.charset.StandardCharsets;

/**
 * The bytes that have come and are not yet given out, and how far the value being read has got.
 * Whoever needs a byte that has not come yet gets {@link TooShort} and goes back to the beginning.
 */
final class Intake {
  private static final int LINE_BYTES_MAX = 1 << 20;

  private byte[] bytes = new byte[1024];
  private int begin;
  private int at;
  private int end;

  /** More bytes are needed. Flow, not failure: has no stack and is one object. */
  static final class TooShort extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final TooShort INSTANCE = new TooShort();

    private TooShort() {
      super(null, null, false, false);
    }
  }

  void add(byte[] chunk, int length) {
    if (bytes.length - end < length) {
      makeRoom(length);
    }
    System.arraycopy(chunk, 0, bytes, end, length);
    end += length;
  }

  private void makeRoom(int length) {
    int unread = end - begin;
    int needed = Math.addExact(unread, length);
    byte[] target = needed > bytes.length ? new byte[Math.max(needed, 2 * unread)] : bytes;
    System.arraycopy(bytes, begin, target, 0, unread);
    bytes = target;
    at -= begin;
    begin = 0;
    end = unread;
  }

  boolean isEmpty() {
    return begin == end;
  }

  /** The first byte not given out; there must be one. */
  byte first() {
    return bytes[begin];
  }

  /** What was read since the last {@code keep} is given out. */
  void keep() {
    begin = at;
  }

  /** What was read since the last {@code keep} will be read again. */
  void rewind() {
    at = begin;
  }

  byte take() {
    if (at == end) {
      throw TooShort.INSTANCE;
    }
    return bytes[at++];
  }

  /** Text up to the next CRLF, which is taken too. */
  String line() {
    for (int i = at; i < end; i++) {
      if (bytes[i] == '\n') {
        throw new GarbledReplyException("a line feed without a carriage return");
      }
      if (bytes[i] == '\r') {
        return lineEndingAt(i);
      }
    }
    if (end - at > LINE_BYTES_MAX) {
      throw new GarbledReplyException("a line longer than " + LINE_BYTES_MAX + " bytes");
    }
    throw TooShort.INSTANCE;
  }

  private String lineEndingAt(int carriageReturn) {
    if (carriageReturn + 1 == end) {
      throw TooShort.INSTANCE;
    }
    if (bytes[carriageReturn + 1] != '\n') {
      throw new GarbledReplyException("a carriage return without a line feed");
    }
    String line = new String(bytes, at, carriageReturn - at, StandardCharsets.UTF_8);
    at = carriageReturn + 2;
    return line;
  }

  /** Exactly {@code length} bytes as text, once {@code behind} more have come, too. */
  String text(int length, int behind) {
    if (end - at < length + behind) {
      throw TooShort.INSTANCE;
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
