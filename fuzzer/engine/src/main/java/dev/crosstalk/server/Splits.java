package dev.crosstalk.server;

/**
 * Where the network splits replies, a function of the schedule's seed and of whose reply it is: the
 * same bytes arrive in the same pieces in every world, whatever else happens. Half of all schedules
 * split nothing, most others some replies once, one in eight everything to shreds: of a few bytes,
 * or of a share of a long reply, which would be too many.
 */
final class Splits {
  private static final int SHREDS_FROM = 7;
  private static final int SOME_FROM = 4;
  private static final int KINDS = 8;
  private static final int ONE_REPLY_IN = 3;
  private static final int SHRED_MAX = 4;
  private static final int LONG_FROM = 4096;
  private static final int SHARES = 64;

  static final Splits NONE = new Splits(0);

  private final int seed;
  private final int kind;

  /**
   * The splits of a schedule.
   *
   * @param seed zero for none
   */
  Splits(int seed) {
    this.seed = seed;
    this.kind = seed == 0 ? 0 : (int) Long.remainderUnsigned(mix(seed), KINDS);
  }

  /**
   * Up to where the next piece of a reply goes.
   *
   * @param from how many of its bytes have left
   * @param to how many may leave
   */
  int pieceEnd(Executed owner, int from, int to) {
    return kind < SOME_FROM || to - from < 2
        ? to
        : pieceEnd(keyOf(owner), owner.bytes().length, from, to);
  }

  /** The same of a message, by its label. */
  int pieceEnd(Published message, int from, int to) {
    return kind < SOME_FROM || to - from < 2 || message.label().isEmpty()
        ? to
        : pieceEnd(message.label().get().hashCode(), message.bytes().length, from, to);
  }

  private int pieceEnd(long whose, int length, int from, int to) {
    long key = mix(mix(seed) ^ whose);
    if (kind >= SHREDS_FROM) {
      int shredMax = length < LONG_FROM ? SHRED_MAX : length / SHARES;
      return Math.min(to, from + 1 + below(mix(key + from), shredMax));
    }
    if (below(key, ONE_REPLY_IN) > 0) {
      return to;
    }
    int cut = 1 + below(mix(key), length - 1);
    return cut > from && cut < to ? cut : to;
  }

  /** A call's reply goes by its label, a driver's own command by its place on the connection. */
  private static long keyOf(Executed owner) {
    return owner.label().isPresent()
        ? owner.label().get().hashCode()
        : owner.words().hashCode() * 31L + owner.connection();
  }

  private static int below(long number, int bound) {
    return (int) Long.remainderUnsigned(number, bound);
  }

  /** Spreads a number over all 64 bits, as SplitMix64 does. */
  private static long mix(long number) {
    long y = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
