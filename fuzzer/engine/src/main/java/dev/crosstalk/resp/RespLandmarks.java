package dev.crosstalk.resp;

import dev.crosstalk.resp.RespType.AggregateType;
import dev.crosstalk.resp.RespType.BulkType;
import dev.crosstalk.resp.RespType.LineType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds the places named by {@link Landmark} in the bytes of one reply. */
public final class RespLandmarks {
  private static final int ANY = 1 << 30;
  private static final RespLimits NO_LIMITS = new RespLimits(ANY, ANY, ANY, ANY);

  private final Landmark wanted;
  private final int replyBytes;
  private final ByteQueue input = new ByteQueue();
  private final LineScan line = new LineScan(input, NO_LIMITS.lineBytesMax());
  private final List<Integer> positions = new ArrayList<>();

  private RespLandmarks(byte[] reply, Landmark wanted) {
    this.wanted = wanted;
    this.replyBytes = reply.length;
    input.append(reply, 0, reply.length);
  }

  /**
   * Where {@code reply} has landmarks of {@code kind}. A position p means that p bytes go first and
   * the others later: 0 &lt; p &lt; {@code reply.length}; ascending, distinct, maybe none.
   *
   * @param reply the encoding of exactly one value
   * @throws RespSyntaxException if the lines, lengths and counts are not those of exactly one
   *     value; what the lines of numbers and the like hold is not looked at
   */
  public static List<Integer> positions(byte[] reply, Landmark kind) {
    RespLandmarks landmarks = new RespLandmarks(reply, kind);
    landmarks.walk();
    landmarks.require(landmarks.input.size() == 0, "the end of the reply");
    return List.copyOf(landmarks.positions);
  }

  /**
   * The same of several values one behind the other, as a request of several channels is confirmed;
   * where one begins is between elements.
   */
  public static List<Integer> positionsOfAll(byte[] replies, Landmark kind) {
    RespLandmarks landmarks = new RespLandmarks(replies, kind);
    landmarks.walk();
    while (landmarks.input.size() > 0) {
      landmarks.mark(Landmark.BETWEEN_ELEMENTS, 0);
      landmarks.walk();
    }
    return List.copyOf(landmarks.positions);
  }

  // Nesting needs no stack: a value is a later element unless a header comes right before it.
  private void walk() {
    long valuesMissing = 1;
    boolean first = true;
    while (valuesMissing > 0) {
      if (!first) {
        mark(Landmark.BETWEEN_ELEMENTS, 0);
      }
      long opened = value();
      valuesMissing += opened - 1;
      first = opened > 0;
    }
  }

  /** Passes one value, of an aggregate only the header; gives how many values that announces. */
  private long value() {
    require(input.size() > 0, "a whole reply");
    RespType type =
        RespType.of(input.at(0)).orElseThrow(() -> input.refusal(0, 1, "a RESP type byte"));
    require(line.isWhole(), "a whole line");
    int lineEnd = line.take();
    mark(Landmark.AFTER_TYPE, 1);
    return switch (type) {
      case LineType whole -> {
        if (whole.isText()) {
          markLookalikes(1, lineEnd);
        }
        passLine(lineEnd);
        yield 0;
      }
      case BulkType bulk -> {
        OptionalInt size = Announcement.bulkBytes(bulk, input, lineEnd, NO_LIMITS);
        passHeader(lineEnd);
        size.ifPresent(this::passBody);
        yield 0;
      }
      case AggregateType aggregate -> {
        OptionalInt count = Announcement.count(aggregate, input, lineEnd, NO_LIMITS);
        passHeader(lineEnd);
        if (count.isPresent()) {
          mark(Landmark.AFTER_HEADER, 0);
        }
        yield count.isPresent() ? aggregate.valuesAfter(count.getAsInt()) : 0;
      }
    };
  }

  private void passHeader(int lineEnd) {
    for (int i = 2; i < lineEnd; i++) {
      mark(Landmark.INSIDE_LENGTH, i);
    }
    passLine(lineEnd);
  }

  private void passBody(int size) {
    require(line.endsAt(size), "a whole bulk");
    markLookalikes(0, size);
    passLine(size);
  }

  private void passLine(int lineEnd) {
    mark(Landmark.BEFORE_LINE_END, lineEnd);
    mark(Landmark.INSIDE_LINE_END, lineEnd + 1);
    mark(Landmark.AFTER_LINE_END, lineEnd + LineScan.END_BYTES);
    input.consume(lineEnd + LineScan.END_BYTES);
  }

  private void markLookalikes(int from, int to) {
    for (int i = from; i < to; i++) {
      if (RespType.of(input.at(i)).isPresent()) {
        mark(Landmark.BEFORE_LOOKALIKE, i);
      }
    }
  }

  private void mark(Landmark kind, int index) {
    int position = (int) input.consumed() + index;
    if (kind == wanted && position < replyBytes) {
      positions.add(position);
    }
  }

  private void require(boolean met, String accepted) {
    if (!met) {
      throw input.refusal(0, input.size(), accepted);
    }
  }
}
