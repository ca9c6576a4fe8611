package dev.crosstalk.resp;

import dev.crosstalk.resp.RespType.AggregateType;
import dev.crosstalk.resp.RespType.BulkType;
import java.util.OptionalInt;

/**
 * Reads how much the line at the front of a queue announces, from after its type byte to {@code
 * lineEnd}; empty for the two nulls of RESP2. Refuses what is not a number or passes the limits.
 */
final class Announcement {
  private static final int FORMAT_BYTES = 4;

  private Announcement() {}

  static OptionalInt bulkBytes(BulkType type, ByteQueue input, int lineEnd, RespLimits limits) {
    if (type == BulkType.BULK && isNull(input, lineEnd)) {
      return OptionalInt.empty();
    }
    int least = type == BulkType.VERBATIM ? FORMAT_BYTES : 0;
    return OptionalInt.of(within(least, limits.bulkBytesMax(), input, lineEnd));
  }

  /** Counts elements, or entries of maps and attributes. */
  static OptionalInt count(AggregateType type, ByteQueue input, int lineEnd, RespLimits limits) {
    if (type == AggregateType.ARRAY && isNull(input, lineEnd)) {
      return OptionalInt.empty();
    }
    int most = limits.aggregateElementsMax() / type.valuesPerEntry();
    return OptionalInt.of(within(0, most, input, lineEnd));
  }

  private static boolean isNull(ByteQueue input, int lineEnd) {
    return lineEnd == 3 && input.at(1) == '-' && input.at(2) == '1';
  }

  private static int within(int least, int most, ByteQueue input, int lineEnd) {
    long announced = Decimals.unsigned(input, 1, lineEnd).orElse(-1);
    if (announced < least || announced > most) {
      throw input.refusal(1, lineEnd, "a whole number from " + least + " to " + most);
    }
    return (int) announced;
  }
}
