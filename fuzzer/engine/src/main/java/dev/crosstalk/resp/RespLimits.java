package dev.crosstalk.resp;

/**
 * What a decoder accepts at most, each at least 1.
 *
 * @param nestingMax aggregates inside each other, the outermost and attributes counted
 * @param bulkBytesMax payload of one bulk, at most 1 GiB since it is held in one array
 * @param lineBytesMax one line, with its type byte and without its line end; for inline requests
 *     everything before the line feed
 * @param aggregateElementsMax elements of one aggregate, or words of one request; an entry of a map
 *     counts as two; at most 2^30
 */
public record RespLimits(
    int nestingMax, int bulkBytesMax, int lineBytesMax, int aggregateElementsMax) {

  /**
   * What a Redis with default settings accepts: bulks of 512 MiB (proto-max-bulk-len), lines of 64
   * KiB (PROTO_INLINE_MAX_SIZE in server.h), 1 Mi elements (networking.c until Redis 6.2, later
   * versions take 2^31 - 1). Nesting is not limited by Redis; 128 is ours.
   */
  public static final RespLimits DEFAULT =
      new RespLimits(128, 512 * 1024 * 1024, 64 * 1024, 1024 * 1024);

  private static final int ARRAY_MAX = 1 << 30;

  public RespLimits {
    requireWithin("nestingMax", nestingMax);
    requireWithin("bulkBytesMax", bulkBytesMax);
    requireWithin("lineBytesMax", lineBytesMax);
    requireWithin("aggregateElementsMax", aggregateElementsMax);
  }

  private static void requireWithin(String name, int value) {
    if (value < 1 || value > ARRAY_MAX) {
      throw new IllegalArgumentException(name + " " + value + ", accepted: 1.." + ARRAY_MAX);
    }
  }
}
