package dev.crosstalk.resp;

import dev.crosstalk.resp.RespType.AggregateType;
import dev.crosstalk.resp.RespType.BulkType;
import dev.crosstalk.resp.RespType.LineType;
import dev.crosstalk.resp.RespValue.Bulk;
import dev.crosstalk.resp.RespValue.BulkError;
import dev.crosstalk.resp.RespValue.NullArray;
import dev.crosstalk.resp.RespValue.NullBulk;
import dev.crosstalk.resp.RespValue.VerbatimString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns a stream of bytes, cut anywhere, into replies of all RESP2 and RESP3 types; what comes out
 * does not depend on the cuts. Memory held is proportional to the bytes fed, never to a length
 * announced. Text that is not UTF-8 is read with U+FFFD in place of what is malformed. Streamed
 * strings and aggregates ({@code $?}) are refused: Redis never sends them. Not thread-safe.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP, section "RESP
 *     protocol description"</a>
 */
public final class RespDecoder {
  private final RespLimits limits;
  private final ByteQueue input = new ByteQueue();
  private final LineScan line;
  private final ArrayDeque<OpenAggregate> open = new ArrayDeque<>();
  private final ArrayDeque<RespValue> ready = new ArrayDeque<>(1);
  private Optional<RespSyntaxException> failure = Optional.empty();
  private BulkType bulkType = BulkType.BULK;
  private OptionalInt bulkBytes = OptionalInt.empty();

  /** Accepts what {@link RespLimits#DEFAULT} accepts. */
  public RespDecoder() {
    this(RespLimits.DEFAULT);
  }

  public RespDecoder(RespLimits limits) {
    this.limits = limits;
    this.line = new LineScan(input, limits.lineBytesMax());
  }

  /** The same as {@code feed(chunk, 0, chunk.length)}. */
  public void feed(byte[] chunk) {
    feed(chunk, 0, chunk.length);
  }

  /**
   * Appends a copy of {@code length} bytes of {@code chunk}, maybe none; ignored after a syntax
   * error.
   *
   * @throws IndexOutOfBoundsException if the chunk has no such range
   */
  public void feed(byte[] chunk, int offset, int length) {
    if (failure.isEmpty()) {
      input.append(chunk, offset, length);
    }
  }

  /**
   * The next complete reply in the order of the bytes, or empty until more bytes are fed. Call it
   * until it is empty: one chunk may complete several.
   *
   * @throws RespSyntaxException once the replies before the offending bytes have been polled; from
   *     then on each call throws it again
   */
  public Optional<RespValue> poll() {
    if (failure.isPresent()) {
      throw failure.get();
    }
    try {
      boolean advanced = true;
      while (advanced && ready.isEmpty()) {
        advanced = bulkBytes.isPresent() ? readBulk(bulkBytes.getAsInt()) : readLine();
      }
      return Optional.ofNullable(ready.poll());
    } catch (RespSyntaxException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  /** Whether no byte of an incomplete reply is held; exact once {@link #poll()} gave empty. */
  public boolean isBetweenValues() {
    return input.size() == 0 && open.isEmpty() && bulkBytes.isEmpty();
  }

  private boolean readLine() {
    if (input.size() == 0) {
      return false;
    }
    RespType type =
        RespType.of(input.at(0)).orElseThrow(() -> input.refusal(0, 1, "a RESP type byte"));
    if (!line.isWhole()) {
      return false;
    }
    int lineEnd = line.take();
    switch (type) {
      case LineType whole -> complete(LineReply.read(whole, input, 1, lineEnd), lineEnd);
      case BulkType bulk -> openBulk(bulk, lineEnd);
      case AggregateType aggregate -> openAggregate(aggregate, lineEnd);
    }
    return true;
  }

  private void openBulk(BulkType type, int lineEnd) {
    bulkBytes = Announcement.bulkBytes(type, input, lineEnd, limits);
    bulkType = type;
    if (bulkBytes.isPresent()) {
      input.consume(lineEnd + LineScan.END_BYTES);
    } else {
      complete(new NullBulk(), lineEnd);
    }
  }

  private boolean readBulk(int size) {
    if (!line.endsAt(size)) {
      return false;
    }
    RespValue value =
        switch (bulkType) {
          case BULK -> new Bulk(input.slice(0, size));
          case BULK_ERROR -> new BulkError(input.slice(0, size));
          case VERBATIM -> verbatim(size);
        };
    bulkBytes = OptionalInt.empty();
    complete(value, size);
    return true;
  }

  private VerbatimString verbatim(int size) {
    if (input.at(3) != ':') {
      throw input.refusal(3, 4, "a colon after the format's three bytes");
    }
    String format = input.text(0, 3, StandardCharsets.ISO_8859_1);
    return new VerbatimString(format, input.slice(4, size));
  }

  private void openAggregate(AggregateType type, int lineEnd) {
    OptionalInt count = Announcement.count(type, input, lineEnd, limits);
    if (count.isEmpty()) {
      complete(new NullArray(), lineEnd);
      return;
    }
    if (open.size() == limits.nestingMax()) {
      throw input.refusal(0, lineEnd, "at most " + limits.nestingMax() + " nested aggregates");
    }
    OpenAggregate aggregate = new OpenAggregate(type, count.getAsInt());
    if (aggregate.isComplete()) {
      complete(aggregate.value(), lineEnd);
    } else {
      open.addLast(aggregate);
      input.consume(lineEnd + LineScan.END_BYTES);
    }
  }

  /** Takes in a value whose last line end begins at {@code lineEnd}, and what it completes. */
  private void complete(RespValue value, int lineEnd) {
    input.consume(lineEnd + LineScan.END_BYTES);
    RespValue whole = value;
    while (!open.isEmpty()) {
      open.getLast().add(whole);
      if (!open.getLast().isComplete()) {
        return;
      }
      whole = open.removeLast().value();
    }
    ready.add(whole);
  }
}
