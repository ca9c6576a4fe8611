package dev.crosstalk.server;

import dev.crosstalk.resp.DoubleText;
import dev.crosstalk.resp.RespValue;
import java.util.List;
import java.util.OptionalDouble;

/** Doubles, which may be written in several ways, and as bulks under RESP2. */
final class Doubles {
  private Doubles() {}

  /** Whether two replies are alike but for the digits of their doubles. */
  static boolean same(RespValue left, RespValue right) {
    if (left.equals(right)) {
      return true;
    }
    if (left instanceof RespValue.Array(List<RespValue> some)
        && right instanceof RespValue.Array(List<RespValue> others)) {
      boolean same = some.size() == others.size();
      for (int i = 0; same && i < some.size(); i++) {
        same = same(some.get(i), others.get(i));
      }
      return same;
    }
    return left instanceof RespValue.Bulk one
        && right instanceof RespValue.Bulk other
        && !one.bytes().utf8().matches("-?[0-9]+")
        && sameText(one.bytes().utf8(), other.bytes().utf8());
  }

  private static boolean sameText(String left, String right) {
    OptionalDouble one = DoubleText.read(left);
    return one.isPresent() && one.equals(DoubleText.read(right));
  }
}
