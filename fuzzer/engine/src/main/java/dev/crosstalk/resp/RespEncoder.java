package dev.crosstalk.resp;

import dev.crosstalk.resp.RespType.AggregateType;
import dev.crosstalk.resp.RespType.BulkType;
import dev.crosstalk.resp.RespType.LineType;
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
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns replies and requests into the bytes Redis would send or expect. Every value has exactly one
 * encoding, in RESP3 where RESP2 lacks the type; see {@link Resp2Downgrade} for RESP2.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP, section "RESP
 *     protocol description"</a>
 */
public final class RespEncoder {
  private static final byte[] LINE_END = {'\r', '\n'};

  private final ByteSink out = new ByteSink();

  private RespEncoder() {}

  /** The whole encoding of {@code value}, never empty; text is written as UTF-8. */
  public static byte[] encode(RespValue value) {
    RespEncoder encoder = new RespEncoder();
    encoder.write(value);
    return encoder.out.toArray();
  }

  /**
   * A request as an array of bulks (section "Sending commands to a Redis server"): the command's
   * name, then its arguments. Without words it is {@code *0\r\n}, which Redis skips.
   */
  public static byte[] encodeRequest(List<Bytes> words) {
    RespEncoder encoder = new RespEncoder();
    encoder.line(AggregateType.ARRAY, Integer.toString(words.size()));
    for (Bytes word : words) {
      encoder.bulk(BulkType.BULK, "", word);
    }
    return encoder.out.toArray();
  }

  private void write(RespValue value) {
    switch (value) {
      case SimpleString(String text) -> line(LineType.SIMPLE_STRING, text);
      case SimpleError(String text) -> line(LineType.SIMPLE_ERROR, text);
      case Int(long number) -> line(LineType.INTEGER, Long.toString(number));
      case Bulk(Bytes bytes) -> bulk(BulkType.BULK, "", bytes);
      case BulkError(Bytes bytes) -> bulk(BulkType.BULK_ERROR, "", bytes);
      case VerbatimString(String format, Bytes bytes) ->
          bulk(BulkType.VERBATIM, format + ":", bytes);
      case NullBulk() -> line(BulkType.BULK, "-1");
      case NullArray() -> line(AggregateType.ARRAY, "-1");
      case Null() -> line(LineType.NULL, "");
      case Bool(boolean yes) -> line(LineType.BOOL, yes ? "t" : "f");
      case DoubleValue(double number) -> line(LineType.DOUBLE, DoubleText.of(number));
      case BigNumber big -> line(LineType.BIG_NUMBER, big.value().toString());
      case Array(List<RespValue> elements) -> aggregate(AggregateType.ARRAY, elements);
      case SetValue(List<RespValue> elements) -> aggregate(AggregateType.SET, elements);
      case Push(List<RespValue> elements) -> aggregate(AggregateType.PUSH, elements);
      case MapValue(List<Entry> entries) -> entries(AggregateType.MAP, entries);
      case Attributed(MapValue attributes, RespValue augmented) -> {
        entries(AggregateType.ATTRIBUTE, attributes.entries());
        write(augmented);
      }
    }
  }

  private void line(RespType type, String text) {
    out.add(type.mark());
    out.add(text.getBytes(StandardCharsets.UTF_8));
    out.add(LINE_END);
  }

  /** A prefix of Latin-1 characters counts one byte each. */
  private void bulk(BulkType type, String prefix, Bytes bytes) {
    line(type, Integer.toString(prefix.length() + bytes.size()));
    out.add(prefix.getBytes(StandardCharsets.ISO_8859_1));
    bytes.addTo(out);
    out.add(LINE_END);
  }

  private void aggregate(AggregateType type, List<RespValue> elements) {
    line(type, Integer.toString(elements.size()));
    for (RespValue element : elements) {
      write(element);
    }
  }

  private void entries(AggregateType type, List<Entry> entries) {
    line(type, Integer.toString(entries.size()));
    for (Entry entry : entries) {
      write(entry.key());
      write(entry.value());
    }
  }
}
