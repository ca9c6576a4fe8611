package dev.crosstalk.resp;

/**
 * Finds the line end of the line that begins a decoder's queue. Resumes where it stopped, so that
 * bytes fed singly are looked at once. Owned by one {@link RespDecoder}.
 */
final class LineScan {
  /** The size of {@code \r\n}. */
  static final int END_BYTES = 2;

  private final ByteQueue input;
  private final int lineBytesMax;
  private int scanned;

  LineScan(ByteQueue input, int lineBytesMax) {
    this.input = input;
    this.lineBytesMax = lineBytesMax;
  }

  /** Whether the line and its end have arrived; refuses overlong lines, and CR or LF alone. */
  boolean isWhole() {
    int stop = Math.min(input.size(), lineBytesMax + 1);
    while (scanned < stop && input.at(scanned) != '\r' && input.at(scanned) != '\n') {
      scanned++;
    }
    if (scanned > lineBytesMax) {
      throw input.refusal(0, scanned, "a line of at most " + lineBytesMax + " bytes");
    }
    return endsAt(scanned);
  }

  /** The index of the CR of a line that is whole; what is scanned next is another line. */
  int take() {
    int end = scanned;
    scanned = 0;
    return end;
  }

  /** Whether a line end has arrived at {@code index}; refuses anything else there. */
  boolean endsAt(int index) {
    requireAt(index, '\r');
    requireAt(index + 1, '\n');
    return input.size() >= index + END_BYTES;
  }

  private void requireAt(int index, char accepted) {
    if (index < input.size() && input.at(index) != accepted) {
      throw input.refusal(index, index + 1, "the line end \\r\\n");
    }
  }
}
