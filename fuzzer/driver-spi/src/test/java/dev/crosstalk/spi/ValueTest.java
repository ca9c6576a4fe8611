package dev.crosstalk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueTest {
  private static final Value A = new Value.Text("a");
  private static final Value NIL = new Value.Nil();

  @Test
  void readsWhatADriverReturnedByItsOwnType() {
    assertThat(Value.of("a")).isEqualTo(A);
    assertThat(Value.of("ä".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Value.Text("ä"));
    assertThat(Value.of(7L)).isEqualTo(new Value.Number(7));
    assertThat(Value.of(7)).isEqualTo(new Value.Number(7));
    assertThat(Value.of(true)).isEqualTo(new Value.Flag(true));
    assertThat(Value.of(1.5)).isEqualTo(new Value.Real(1.5));
  }

  @Test
  void readsNothingAsNil() {
    assertThat(Value.of(null)).isEqualTo(NIL);
    assertThat(Value.of(Optional.empty())).isEqualTo(NIL);
    assertThat(Value.of(Optional.of("a"))).isEqualTo(A);
  }

  @Test
  void readsABigNumberAsItsDigits() {
    String digits = "-3492890328409238509324850943850943825024385";

    assertThat(Value.of(new BigInteger(digits))).isEqualTo(new Value.Text(digits));
    assertThat(Value.of(BigInteger.ONE)).isEqualTo(new Value.Text("1"));
  }

  @Test
  void readsWhatStandsInside() {
    assertThat(Value.of(Arrays.asList("a", null, List.of(1L))))
        .isEqualTo(new Value.Items(List.of(A, NIL, new Value.Items(List.of(new Value.Number(1))))));
    assertThat(Value.of(Set.of("a"))).isEqualTo(new Value.Members(List.of(A)));
    assertThat(Value.of(Map.of("a", BigInteger.TWO)))
        .isEqualTo(new Value.Pairs(List.of(new Value.Pair(A, new Value.Text("2")))));
  }

  @Test
  void leavesAloneWhatAnAdapterHasRead() {
    Value error = new Value.Foreign("error", "ERR no");

    assertThat(Value.of(error)).isSameAs(error);
    assertThat(Value.of(List.of("a", error))).isEqualTo(new Value.Items(List.of(A, error)));
    assertThat(Value.of(Optional.of(error))).isSameAs(error);
  }

  @Test
  void namesTheClassOfWhatNoReplyIsMadeOf() {
    assertThat(Value.of(new BitSet())).isEqualTo(new Value.Foreign("java.util.BitSet", "{}"));
  }
}
