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
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Values, requests, wire bytes and cuts for the properties of this package. */
final class RespArbitraries extends DomainContextBase {
  private static final String WIRE_CHARACTERS = "\r\n\r\n+-:$*%~>|#(!=,_0123456789tfx\"'\\ \u0000";

  @Provide
  Arbitrary<RespValue> value() {
    return nested(3);
  }

  @Provide
  Arbitrary<Bytes> bytes() {
    Arbitrary<String> wireLike = Arbitraries.strings().withChars(WIRE_CHARACTERS).ofMaxLength(30);
    Arbitrary<Bytes> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Bytes::of);
    return Arbitraries.oneOf(wireLike.map(Wire::bytes), any);
  }

  /** Sizes of chunks, used in turn; one of them at least is not zero. */
  static Arbitrary<List<Integer>> chunks() {
    return Arbitraries.integers()
        .between(0, 9)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .filter(sizes -> sizes.stream().anyMatch(size -> size > 0));
  }

  private Arbitrary<RespValue> nested(int depth) {
    return depth == 0
        ? scalar()
        : Arbitraries.frequencyOf(
            Tuple.of(2, scalar()), Tuple.of(1, aggregate(nested(depth - 1)).withoutEdgeCases()));
  }

  private Arbitrary<RespValue> scalar() {
    Arbitrary<String> line =
        Arbitraries.strings()
            .ofMaxLength(12)
            .filter(text -> text.codePoints().noneMatch(RespArbitraries::isRefused));
    Arbitrary<String> format = Arbitraries.strings().withCharRange('\0', '\u00ff').ofLength(3);
    return Arbitraries.oneOf(
        line.map(SimpleString::new),
        line.map(SimpleError::new),
        Arbitraries.longs().map(Int::new),
        bytes().map(Bulk::new),
        bytes().map(BulkError::new),
        Combinators.combine(format, bytes()).as(VerbatimString::new),
        Arbitraries.of(new NullBulk(), new NullArray(), new Null()),
        Arbitraries.of(true, false).map(Bool::new),
        Arbitraries.longs().map(Double::longBitsToDouble).map(DoubleValue::new),
        Arbitraries.doubles().map(DoubleValue::new),
        Arbitraries.bigIntegers().map(BigNumber::new));
  }

  private static Arbitrary<RespValue> aggregate(Arbitrary<RespValue> element) {
    Arbitrary<List<RespValue>> elements = element.list().ofMaxSize(4);
    Arbitrary<MapValue> map =
        Combinators.combine(element, element).as(Entry::new).list().ofMaxSize(3).map(MapValue::new);
    return Arbitraries.oneOf(
        elements.map(Array::new),
        elements.map(SetValue::new),
        elements.map(Push::new),
        map.map(entries -> entries),
        Combinators.combine(map, element).as(Attributed::new));
  }

  private static boolean isRefused(int c) {
    return c == '\r' || c == '\n' || Character.getType(c) == Character.SURROGATE;
  }
}
