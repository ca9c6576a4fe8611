package dev.crosstalk.scenario;

import dev.crosstalk.resp.Landmark;
import java.util.Objects;

/**
 * Where a reply is cut: after so many of its bytes, so many before its end, or at a place of its
 * RESP structure. A cut that lies outside the reply is moved to its nearest byte inside, so that at
 * least one byte stands on either side where the reply has two.
 */
public sealed interface Cut {
  int BYTES_MAX = 1 << 20;

  /**
   * So many bytes leave.
   *
   * @param bytes 0 to {@link #BYTES_MAX}; 0 lets out what is owed before the reply and none of it
   */
  record After(int bytes) implements Cut {
    public After {
      requireBytes(bytes);
    }
  }

  /** All but so many bytes leave; 0 to {@link #BYTES_MAX}, where 0 is moved inside, to 1. */
  record BeforeEnd(int bytes) implements Cut {
    public BeforeEnd {
      requireBytes(bytes);
    }
  }

  /**
   * At the {@code nth} place of a kind, counted from 1; the last one when there are fewer, and
   * before the reply's last byte when there is none.
   */
  record At(Landmark landmark, int nth) implements Cut {
    public At {
      Objects.requireNonNull(landmark, "landmark");
      if (nth < 1 || nth > 999) {
        throw new IllegalArgumentException("place " + nth + " is not from 1 to 999");
      }
    }
  }

  private static void requireBytes(int bytes) {
    if (bytes < 0 || bytes > BYTES_MAX) {
      throw new IllegalArgumentException(bytes + " bytes is not from 0 to " + BYTES_MAX);
    }
  }
}
