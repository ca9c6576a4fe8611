package dev.crosstalk.history;

import java.util.List;

/** One thing that happened on a connection, in its order there. */
public sealed interface WireEvent {

  /** Index of the step under way. */
  int step();

  long atNanos();

  /** A whole request arrived and was executed: {@link Execution#serial()}. */
  record Received(int step, long atNanos, int serial) implements WireEvent {}

  /**
   * Bytes left the server as one chunk.
   *
   * @param bytes one character a byte (ISO 8859-1)
   */
  record Sent(int step, long atNanos, String bytes) implements WireEvent {}

  /** A push was put between the replies. */
  record Pushed(int step, long atNanos, String bytes) implements WireEvent {}

  /**
   * The connection ended.
   *
   * @param by who ended it, and how
   * @param unsent bytes that the server still owed
   */
  record Ended(int step, long atNanos, By by, int unsent) implements WireEvent {}

  /**
   * The server's end is gone without a word: what comes from here on is taken and never answered.
   *
   * @param unsent bytes that the server still owed
   */
  record Lost(int step, long atNanos, int unsent) implements WireEvent {}

  /**
   * A whole request that nobody has read: its connection was lost.
   *
   * @param words as the driver sent them
   */
  record Discarded(int step, long atNanos, List<String> words) implements WireEvent {
    public Discarded {
      words = List.copyOf(words);
    }
  }

  /**
   * The server has shut its output, and reads on.
   *
   * @param unsent bytes that the server still owed
   */
  record HalfClosed(int step, long atNanos, int unsent) implements WireEvent {}

  /**
   * Illegal bytes were put in place of a reply that had not begun to leave.
   *
   * @param serial whose reply: {@link Execution#serial()}
   * @param how in a word
   */
  record Corrupted(int step, long atNanos, int serial, String how) implements WireEvent {}

  /** From here on the server takes no bytes, or takes them again. */
  record Reading(int step, long atNanos, boolean goesOn) implements WireEvent {}

  /** Who ended a connection. */
  enum By {
    SERVER_CLOSE,
    SERVER_RESET,
    DRIVER
  }
}
