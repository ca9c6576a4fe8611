package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.reference.resp.Scalars;
import dev.crosstalk.spi.UserCode;
import dev.crosstalk.spi.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that replies have. A reply of another type is a {@link GarbledReplyException}. */
final class Readings {

  private Readings() {}

  /** Nothing but an error answers such a command. */
  static Object unread(Reply reply) {
    return fail("a confirmation", reply);
  }

  static String status(Reply reply) {
    return reply instanceof Reply.Simple simple ? simple.text() : fail("a status", reply);
  }

  /** A value; each passes the user's decoder. */
  static String bulk(Reply reply) {
    return UserCode.decoding(
        reply instanceof Reply.Bulk bulk ? bulk.text() : fail("a bulk string", reply));
  }

  static Optional<String> bulkOrNil(Reply reply) {
    return reply instanceof Reply.Nil ? Optional.empty() : Optional.of(bulk(reply));
  }

  static Optional<List<String>> bulksOrNil(Reply reply) {
    return reply instanceof Reply.Nil ? Optional.empty() : Optional.of(bulks(reply));
  }

  static Long number(Reply reply) {
    return reply instanceof Reply.Number number ? number.number() : fail("a number", reply);
  }

  static List<Optional<String>> bulksOrNils(Reply reply) {
    return items(reply).stream().map(Readings::bulkOrNil).toList();
  }

  static List<String> bulks(Reply reply) {
    return items(reply).stream().map(Readings::bulk).toList();
  }

  /** Fields and values, in the order of the wire: a map in RESP3, a flat array in RESP2. */
  static Map<String, String> map(Reply reply) {
    var map = new LinkedHashMap<String, String>();
    if (reply instanceof Reply.Pairs pairs) {
      pairs.pairs().forEach(pair -> put(map, pair.key(), pair.value()));
    } else {
      List<Reply> flat = items(reply);
      if (flat.size() % 2 != 0) {
        return fail("pairs", reply);
      }
      for (int i = 0; i < flat.size(); i += 2) {
        put(map, flat.get(i), flat.get(i + 1));
      }
    }
    return map;
  }

  /** In the order of the wire: a set in RESP3, an array in RESP2. */
  static Set<String> members(Reply reply) {
    var members = new LinkedHashSet<String>();
    List<Reply> items = reply instanceof Reply.Members set ? set.items() : items(reply);
    for (Reply item : items) {
      if (!members.add(bulk(item))) {
        return fail("a member once", item);
      }
    }
    return members;
  }

  /** A double in RESP3, its text in RESP2. */
  static Double real(Reply reply) {
    return switch (reply) {
      case Reply.Real(double real) -> real;
      case Reply.Bulk(String text) -> Scalars.real(text);
      default -> fail("a double", reply);
    };
  }

  static Optional<Double> realOrNil(Reply reply) {
    return reply instanceof Reply.Nil ? Optional.empty() : Optional.of(real(reply));
  }

  /** Members and scores, in the order of the wire: pairs in RESP3, a flat array in RESP2. */
  static List<List<Object>> scored(Reply reply) {
    var scored = new ArrayList<List<Object>>();
    List<Reply> items = items(reply);
    boolean paired = !items.isEmpty() && items.getFirst() instanceof Reply.Items;
    if (!paired && items.size() % 2 != 0) {
      return fail("pairs", reply);
    }
    for (int i = 0; i < items.size(); i += paired ? 1 : 2) {
      List<Reply> pair = paired ? items(items.get(i)) : items.subList(i, i + 2);
      if (pair.size() != 2) {
        return fail("a pair", reply);
      }
      scored.add(List.of(bulk(pair.get(0)), real(pair.get(1))));
    }
    return scored;
  }

  /** Whatever it is; errors may stand inside. */
  static Value any(Reply reply) {
    return switch (reply) {
      case Reply.Simple(String text) -> new Value.Text(text);
      case Reply.Failure(String message) -> new Value.Foreign("error", message);
      case Reply.Number(long number) -> new Value.Number(number);
      case Reply.Bulk(String text) -> new Value.Text(UserCode.decoding(text));
      case Reply.Nil _ -> new Value.Nil();
      case Reply.Flag(boolean flag) -> new Value.Flag(flag);
      case Reply.Real(double real) -> new Value.Real(real);
      case Reply.Big(BigInteger number) -> new Value.Text(number.toString());
      case Reply.Items(List<Reply> items) -> new Value.Items(all(items));
      case Reply.Members(List<Reply> items) -> new Value.Members(all(items));
      case Reply.Pairs(List<Reply.Pair> pairs) ->
          new Value.Pairs(
              pairs.stream()
                  .map(pair -> new Value.Pair(any(pair.key()), any(pair.value())))
                  .toList());
      case Reply.Push _ -> fail("a reply", reply);
    };
  }

  private static List<Value> all(List<Reply> replies) {
    return replies.stream().map(Readings::any).toList();
  }

  private static void put(Map<String, String> map, Reply key, Reply value) {
    if (map.putIfAbsent(bulk(key), bulk(value)) != null) {
      fail("a field once", key);
    }
  }

  static List<Reply> items(Reply reply) {
    return reply instanceof Reply.Items items ? items.items() : fail("an array", reply);
  }

  private static <T> T fail(String expected, Reply reply) {
    throw new GarbledReplyException("expected " + expected + ", got " + reply);
  }
}
