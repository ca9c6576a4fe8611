package dev.crosstalk.resp;

import dev.crosstalk.resp.RespValue.Array;
import dev.crosstalk.resp.RespValue.Attributed;
import dev.crosstalk.resp.RespValue.BigNumber;
import dev.crosstalk.resp.RespValue.Bool;
import dev.crosstalk.resp.RespValue.Bulk;
import dev.crosstalk.resp.RespValue.BulkError;
import dev.crosstalk.resp.RespValue.DoubleValue;
import dev.crosstalk.resp.RespValue.Entry;
import dev.crosstalk.resp.RespValue.Int;
import dev.crosstalk.resp.RespValue.MapValue;
import dev.crosstalk.resp.RespValue.Null;
import dev.crosstalk.resp.RespValue.NullArray;
import dev.crosstalk.resp.RespValue.NullBulk;
import dev.crosstalk.resp.RespValue.Push;
import dev.crosstalk.resp.RespValue.SetValue;
import dev.crosstalk.resp.RespValue.SimpleError;
import dev.crosstalk.resp.RespValue.SimpleString;
import dev.crosstalk.resp.RespValue.VerbatimString;
import java.util.ArrayList;
import java.util.List;

/** What a connection that speaks RESP2 gets for a RESP3 reply. */
public final class Resp2Downgrade {
  private Resp2Downgrade() {}

  /**
   * The same reply in RESP2 types only, at every depth, as the addReply functions of Redis's
   * networking.c give it: a map becomes an array of its keys and values in turn; a set or push an
   * array; null {@code $-1}; true {@code :1} and false {@code :0}; a double, big number or verbatim
   * string a bulk of its text; a bulk error a simple error with its CR and LF replaced by spaces.
   * Attributes are dropped. A value of RESP2 comes back equal.
   */
  public static RespValue inResp2(RespValue value) {
    return switch (value) {
      case SimpleString same -> same;
      case SimpleError same -> same;
      case Int same -> same;
      case Bulk same -> same;
      case NullBulk same -> same;
      case NullArray same -> same;
      case Null() -> new NullBulk();
      case Bool(boolean yes) -> new Int(yes ? 1 : 0);
      case DoubleValue(double number) -> Bulk.ofUtf8(DoubleText.of(number));
      case BigNumber big -> Bulk.ofUtf8(big.value().toString());
      case VerbatimString verbatim -> new Bulk(verbatim.bytes());
      case BulkError error -> new SimpleError(oneLine(error.bytes().utf8()));
      case Array(List<RespValue> elements) -> array(elements);
      case SetValue(List<RespValue> elements) -> array(elements);
      case Push(List<RespValue> elements) -> array(elements);
      case MapValue(List<Entry> entries) -> flat(entries);
      case Attributed attributed -> inResp2(attributed.value());
    };
  }

  private static Array array(List<RespValue> elements) {
    var downgraded = new ArrayList<RespValue>(elements.size());
    for (RespValue element : elements) {
      downgraded.add(inResp2(element));
    }
    return new Array(downgraded);
  }

  private static Array flat(List<Entry> entries) {
    var downgraded = new ArrayList<RespValue>(2 * entries.size());
    for (Entry entry : entries) {
      downgraded.add(inResp2(entry.key()));
      downgraded.add(inResp2(entry.value()));
    }
    return new Array(downgraded);
  }

  private static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }
}
