package dev.crosstalk.replay;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.resp.DoubleText;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.server.ReplyShape;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A reply as a caller should see it: the differences between RESP versions taken out. */
final class ReplyValues {

  private ReplyValues() {}

  static Reply of(RespValue reply, ReplyShape shape) {
    return switch (reply) {
      case RespValue.SimpleError error -> new Reply.Failure(error.text());
      case RespValue.BulkError error -> new Reply.Failure(error.bytes().utf8());
      case RespValue.Array(List<RespValue> items) when shape == ReplyShape.MAP ->
          new Reply.Answer(pairs(items));
      case RespValue.Array(List<RespValue> items) when shape == ReplyShape.SET ->
          new Reply.Answer(new Value.Members(values(items)));
      case RespValue.Array(List<RespValue> items) when shape == ReplyShape.SCORED ->
          new Reply.Answer(scored(items));
      case RespValue.Array(List<RespValue> items) when shape == ReplyShape.PONG ->
          new Reply.Answer(pong(items));
      case RespValue.Bulk bulk when shape == ReplyShape.REAL -> new Reply.Answer(real(bulk));
      default -> new Reply.Answer(value(reply));
    };
  }

  /** An element of a reply to EXEC, which may be an error without the reply being one. */
  static Value element(RespValue reply, ReplyShape shape) {
    return of(reply, shape) instanceof Reply.Answer(Value value) ? value : value(reply);
  }

  private static Value value(RespValue reply) {
    return switch (reply) {
      case RespValue.SimpleString text -> new Value.Text(text.text());
      case RespValue.Bulk bulk -> new Value.Text(bulk.bytes().utf8());
      case RespValue.VerbatimString verbatim -> new Value.Text(verbatim.bytes().utf8());
      case RespValue.BigNumber number -> new Value.Text(number.value().toString());
      case RespValue.SimpleError error -> new Value.Foreign("error", error.text());
      case RespValue.BulkError error -> new Value.Foreign("error", error.bytes().utf8());
      case RespValue.Int number -> new Value.Number(number.value());
      case RespValue.DoubleValue real -> new Value.Real(real.value());
      case RespValue.Bool flag -> new Value.Flag(flag.value());
      case RespValue.NullBulk nothing -> new Value.Nil();
      case RespValue.NullArray nothing -> new Value.Nil();
      case RespValue.Null nothing -> new Value.Nil();
      case RespValue.Array array -> new Value.Items(values(array.elements()));
      case RespValue.SetValue set -> new Value.Members(values(set.elements()));
      case RespValue.Push push -> new Value.Items(values(push.elements()));
      case RespValue.MapValue map -> pairsOf(map);
      case RespValue.Attributed attributed -> value(attributed.value());
    };
  }

  private static List<Value> values(List<RespValue> items) {
    var values = new ArrayList<Value>(items.size());
    for (RespValue item : items) {
      values.add(value(item));
    }
    return values;
  }

  /** What a caller was to hear if it had not been subscribed under RESP2. */
  private static Value pong(List<RespValue> items) {
    Value message = value(items.getLast());
    return message.equals(new Value.Text("")) ? new Value.Text("PONG") : message;
  }

  /** Pairs of a member and its score; they stand flat, and the scores as text, under RESP2. */
  private static Value scored(List<RespValue> items) {
    var pairs = new ArrayList<Value>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof RespValue.Bulk && i + 1 < items.size()) {
        pairs.add(new Value.Items(List.of(value(items.get(i)), real(items.get(i + 1)))));
        i++;
      } else {
        pairs.add(value(items.get(i)));
      }
    }
    return new Value.Items(pairs);
  }

  private static Value real(RespValue reply) {
    Value value = value(reply);
    if (!(value instanceof Value.Text(String text))) {
      return value;
    }
    OptionalDouble number = DoubleText.read(text);
    return number.isPresent() ? new Value.Real(number.getAsDouble()) : value;
  }

  private static Value pairsOf(RespValue.MapValue map) {
    var pairs = new ArrayList<Value.Pair>(map.entries().size());
    for (RespValue.Entry entry : map.entries()) {
      pairs.add(new Value.Pair(value(entry.key()), value(entry.value())));
    }
    return new Value.Pairs(pairs);
  }

  private static Value pairs(List<RespValue> flat) {
    var pairs = new ArrayList<Value.Pair>(flat.size() / 2);
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      pairs.add(new Value.Pair(value(flat.get(i)), value(flat.get(i + 1))));
    }
    return new Value.Pairs(pairs);
  }
}
