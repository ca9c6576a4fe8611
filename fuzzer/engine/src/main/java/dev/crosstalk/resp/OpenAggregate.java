package dev.crosstalk.resp;

import dev.crosstalk.resp.RespType.AggregateType;
import dev.crosstalk.resp.RespValue.Array;
import dev.crosstalk.resp.RespValue.Attributed;
import dev.crosstalk.resp.RespValue.Entry;
import dev.crosstalk.resp.RespValue.MapValue;
import dev.crosstalk.resp.RespValue.Push;
import dev.crosstalk.resp.RespValue.SetValue;
import java.util.ArrayList;
import java.util.List;

/** An aggregate whose header was read and whose values are arriving; owned by one decoder. */
final class OpenAggregate {
  private final AggregateType type;
  private final long valuesAnnounced;
  // Grows with what arrives: an announced count costs its sender nothing, memory is ours.
  private final List<RespValue> values = new ArrayList<>();

  OpenAggregate(AggregateType type, long countAnnounced) {
    this.type = type;
    this.valuesAnnounced = type.valuesAfter(countAnnounced);
  }

  void add(RespValue value) {
    values.add(value);
  }

  boolean isComplete() {
    return values.size() == valuesAnnounced;
  }

  RespValue value() {
    return switch (type) {
      case ARRAY -> new Array(values);
      case SET -> new SetValue(values);
      case PUSH -> new Push(values);
      case MAP -> map();
      case ATTRIBUTE -> new Attributed(map(), values.getLast());
    };
  }

  private MapValue map() {
    List<Entry> entries = new ArrayList<>(values.size() / 2);
    for (int i = 0; i + 1 < values.size(); i += 2) {
      entries.add(new Entry(values.get(i), values.get(i + 1)));
    }
    return new MapValue(entries);
  }
}
