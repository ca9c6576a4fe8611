package dev.crosstalk.reference.resp;

import java.math.BigInteger;
import java.util.List;

/**
 * One value as a Redis server sends it. What RESP2 and RESP3 say differently but mean alike is one
 * record here; attributes are dropped while decoding.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP</a>
 */
public sealed interface Reply {

  /** {@code +}. */
  record Simple(String text) implements Reply {}

  /** {@code -} or {@code !}: the server's error, without the sign. */
  record Failure(String message) implements Reply {}

  /** {@code :}. */
  record Number(long number) implements Reply {}

  /** {@code $}, or {@code =} without its three letters and the colon. */
  record Bulk(String text) implements Reply {}

  /** {@code _}, {@code $-1} or {@code *-1}. */
  record Nil() implements Reply {}

  /** {@code #}. */
  record Flag(boolean flag) implements Reply {}

  /** {@code ,}. */
  record Real(double real) implements Reply {}

  /** {@code (}. */
  record Big(BigInteger number) implements Reply {}

  /** {@code *}. */
  record Items(List<Reply> items) implements Reply {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** {@code ~}, in the order of the wire. */
  record Members(List<Reply> items) implements Reply {
    public Members {
      items = List.copyOf(items);
    }
  }

  /** {@code %}, in the order of the wire. */
  record Pairs(List<Pair> pairs) implements Reply {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  record Pair(Reply key, Reply value) {}

  /** {@code >}: nobody's reply. Only ever at the top level. */
  record Push(List<Reply> items) implements Reply {
    public Push {
      items = List.copyOf(items);
    }
  }
}
