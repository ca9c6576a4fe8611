package dev.crosstalk.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HistoryJsonProperties {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWrote(
      @ForAll("values") Value value, @ForAll String detail, @ForAll("wireBytes") String bytes) {
    History history =
        Samples.history(List.of(new Outcome.Ok(value), new Outcome.Garbled(detail)), value, bytes);

    assertThat(HistoryJson.read(HistoryJson.write(history))).isEqualTo(history);
  }

  @Provide
  Arbitrary<String> wireBytes() {
    return Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(40);
  }

  @Provide
  Arbitrary<Value> values() {
    return Arbitraries.recursive(
        HistoryJsonProperties::leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(Value.Items::new),
                inner.list().ofMaxSize(3).map(Value.Members::new),
                Combinators.combine(inner, inner)
                    .as(Value.Pair::new)
                    .list()
                    .ofMaxSize(2)
                    .map(Value.Pairs::new)),
        0,
        3);
  }

  private static Arbitrary<Value> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Value.Nil()),
        Arbitraries.strings().map(Value.Text::new),
        Arbitraries.longs().map(Value.Number::new),
        Arbitraries.doubles().map(Value.Real::new),
        Arbitraries.of(true, false).map(Value.Flag::new),
        Arbitraries.strings().map(text -> new Value.Foreign("java.util.BitSet", text)));
  }
}
