package dev.crosstalk.resp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a stream of bytes, cut anywhere, into requests as Redis's processMultibulkBuffer and
 * processInlineBuffer (networking.c) read them. A request that begins with {@code *} is an array of
 * bulks, any other a line of words (see {@link InlineWords}). Counts of zero and below, and lines
 * without words, are no requests and are skipped.
 *
 * <p>Where Redis is lenient, so is this: the byte after the CR of a header and the two bytes after
 * a bulk are skipped unseen, and a NUL hides whatever follows it from the search for a line's end.
 * Where Redis's answer depends on the sizes of its reads (a line beyond its limit), this answers as
 * if the bytes came singly. The lower limits before AUTH are not modelled. Memory held is
 * proportional to the bytes fed. Not thread-safe.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP, sections
 *     "Sending commands to a Redis server" and "Inline commands"</a>
 */
public final class RequestDecoder {
  private static final int LINE_END_BYTES = 2;
  private static final int NONE = -1;

  private final RespLimits limits;
  private final ByteQueue input = new ByteQueue();
  private final ArrayDeque<List<Bytes>> ready = new ArrayDeque<>(1);
  private final List<Bytes> words = new ArrayList<>();
  private Optional<RequestSyntaxException> failure = Optional.empty();
  private long wordsMissing;

  /** What the header of a bulk announced whose bytes have not all come. */
  private int bulkBytes = NONE;

  private int scanned;

  /** Accepts what {@link RespLimits#DEFAULT} accepts. */
  public RequestDecoder() {
    this(RespLimits.DEFAULT);
  }

  /** Of the limits, nestingMax does not apply. */
  public RequestDecoder(RespLimits limits) {
    this.limits = limits;
  }

  /** The same as {@code feed(chunk, 0, chunk.length)}. */
  public void feed(byte[] chunk) {
    feed(chunk, 0, chunk.length);
  }

  /**
   * Appends a copy of {@code length} bytes of {@code chunk}, maybe none; ignored after a protocol
   * error, as by Redis.
   *
   * @throws IndexOutOfBoundsException if the chunk has no such range
   */
  public void feed(byte[] chunk, int offset, int length) {
    if (failure.isEmpty()) {
      input.append(chunk, offset, length);
    }
  }

  /**
   * The next complete request in the order of the bytes, at least one word, the command's name
   * first; or empty until more bytes are fed. Call it until it is empty.
   *
   * @throws RequestSyntaxException once the requests before the offending bytes have been polled;
   *     from then on each call throws it again
   */
  public Optional<List<Bytes>> poll() {
    if (failure.isPresent()) {
      throw failure.get();
    }
    try {
      boolean advanced = true;
      while (advanced && ready.isEmpty()) {
        advanced = advance();
      }
      return Optional.ofNullable(ready.poll());
    } catch (RequestSyntaxException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  /** Whether no byte of an incomplete request is held; exact once {@link #poll()} gave empty. */
  public boolean isBetweenRequests() {
    return input.size() == 0 && wordsMissing == 0;
  }

  private boolean advance() {
    if (bulkBytes != NONE) {
      return readWord(bulkBytes);
    }
    if (wordsMissing > 0) {
      return readBulkHeader();
    }
    return input.size() > 0 && (input.at(0) == '*' ? readCount() : readInline());
  }

  private boolean readCount() {
    if (!hasHeader("too big mbulk count string")) {
      return false;
    }
    long count = Decimals.canonical(input, 1, scanned).orElse(Long.MAX_VALUE);
    if (count > limits.aggregateElementsMax()) {
      throw refusal("invalid multibulk length");
    }
    wordsMissing = Math.max(0, count);
    takeLine(LINE_END_BYTES);
    return true;
  }

  private boolean readBulkHeader() {
    if (!hasHeader("too big bulk count string")) {
      return false;
    }
    if (input.at(0) != '$') {
      // An error is one line, so Redis writes a space for CR and LF (addReplyErrorFormat).
      String found = input.text(0, 1, StandardCharsets.ISO_8859_1).replace('\r', ' ');
      throw refusal("expected '$', got '" + found.replace('\n', ' ') + "'");
    }
    long size = Decimals.canonical(input, 1, scanned).orElse(-1);
    if (size < 0 || size > limits.bulkBytesMax()) {
      throw refusal("invalid bulk length");
    }
    bulkBytes = (int) size;
    takeLine(LINE_END_BYTES);
    return true;
  }

  private boolean readWord(int size) {
    if (input.size() < size + LINE_END_BYTES) {
      return false;
    }
    words.add(input.slice(0, size));
    input.consume(size + LINE_END_BYTES);
    bulkBytes = NONE;
    wordsMissing--;
    if (wordsMissing == 0) {
      ready.add(List.copyOf(words));
      words.clear();
    }
    return true;
  }

  private boolean readInline() {
    if (!hasLine('\n', "too big inline request")) {
      return false;
    }
    // A CR before the line feed needs no care: it is a blank.
    List<Bytes> line =
        InlineWords.split(input.slice(0, scanned))
            .orElseThrow(() -> refusal("unbalanced quotes in request"));
    if (!line.isEmpty()) {
      ready.add(line);
    }
    takeLine(1);
    return true;
  }

  private boolean hasHeader(String tooBig) {
    return hasLine('\r', tooBig) && input.size() >= scanned + LINE_END_BYTES;
  }

  // Stops at a NUL for good, as strchr does in Redis; resumes at anything else.
  private boolean hasLine(char end, String tooBig) {
    int stop = Math.min(input.size(), limits.lineBytesMax() + 1);
    while (scanned < stop && input.at(scanned) != end && input.at(scanned) != 0) {
      scanned++;
    }
    boolean found = scanned < stop && input.at(scanned) == end;
    if (!found && input.size() > limits.lineBytesMax()) {
      throw refusal(tooBig);
    }
    return found;
  }

  private void takeLine(int endBytes) {
    input.consume(scanned + endBytes);
    scanned = 0;
  }

  private RequestSyntaxException refusal(String problem) {
    return new RequestSyntaxException(input.consumed(), problem);
  }
}
