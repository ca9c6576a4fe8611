package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.NIL;
import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.items;
import static dev.crosstalk.oracle.Said.members;
import static dev.crosstalk.oracle.Said.number;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.pairs;
import static dev.crosstalk.oracle.Said.plainest;
import static dev.crosstalk.oracle.Said.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.VariantBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replies are compared whole, up to what the driver declares its API loses. */
class MatchedLossesTest {
  private static final Value SENT = pairs("f1=a", "f2=b");
  private static final Value TURNED = pairs("f2=b", "f1=a");

  @Test
  void acceptsAnyOrderOfAMapWhereItIsDeclaredLost() {
    assertThat(isAccepted(ordersLost(), SENT, TURNED)).isTrue();
  }

  @Test
  void acceptsOnlyTheSentOrderOfAMapElsewhere() {
    assertThat(isAccepted(plainest(), SENT, TURNED)).isFalse();
    assertThat(isAccepted(plainest(), SENT, SENT)).isTrue();
  }

  @Test
  void asksForEveryEntryOfAMapWhoseOrderIsLost() {
    assertThat(isAccepted(ordersLost(), SENT, pairs("f2=b", "f1=c"))).isFalse();
    assertThat(isAccepted(ordersLost(), SENT, pairs("f2=b"))).isFalse();
    assertThat(isAccepted(ordersLost(), SENT, pairs("f2=b", "f1=a", "f1=a"))).isFalse();
  }

  @Test
  void countsTheEntriesOfAMapWhoseOrderIsLost() {
    Value sent = pairs("f1=a", "f1=a", "f2=b");

    assertThat(isAccepted(ordersLost(), sent, pairs("f1=a", "f2=b", "f1=a"))).isTrue();
    assertThat(isAccepted(ordersLost(), sent, pairs("f1=a", "f2=b", "f2=b"))).isFalse();
  }

  @Test
  void asksForAMapWhereAMapWasSent() {
    Value flat = items(text("f1"), text("a"), text("f2"), text("b"));

    assertThat(isAccepted(ordersLost(), SENT, flat)).isFalse();
  }

  @Test
  void losesTheOrderOfMapsInsideOfArrays() {
    Value sent = items(number(1), SENT);
    Value turned = items(number(1), TURNED);

    assertThat(isAccepted(ordersLost(), sent, turned)).isTrue();
    assertThat(isAccepted(plainest(), sent, turned)).isFalse();
  }

  @Test
  void losesTheOrderOfMapsInsideOfMaps() {
    Value sent = new Value.Pairs(List.of(new Value.Pair(text("m"), SENT)));
    Value turned = new Value.Pairs(List.of(new Value.Pair(text("m"), TURNED)));

    assertThat(isAccepted(ordersLost(), sent, turned)).isTrue();
    assertThat(isAccepted(plainest(), sent, turned)).isFalse();
  }

  @Test
  void acceptsAnyOrderOfASetWhereItIsDeclaredLost() {
    Value sent = members(text("a"), text("b"));
    Value turned = members(text("b"), text("a"));
    VariantBuilder losing = plainest().loses(Loss.SET_ORDER);

    assertThat(isAccepted(losing, sent, turned)).isTrue();
    assertThat(isAccepted(losing, items(number(1), sent), items(number(1), turned))).isTrue();
    assertThat(isAccepted(plainest(), sent, turned)).isFalse();
    assertThat(isAccepted(ordersLost(), sent, turned)).isFalse();
    assertThat(isAccepted(plainest().loses(Loss.SET_ORDER), SENT, TURNED)).isFalse();
  }

  @Test
  void asksForEveryMemberOfASetWhoseOrderIsLost() {
    Value sent = members(text("a"), text("b"));
    VariantBuilder losing = plainest().loses(Loss.SET_ORDER);

    assertThat(isAccepted(losing, sent, members(text("a")))).isFalse();
    assertThat(isAccepted(losing, sent, members(text("a"), text("c")))).isFalse();
    assertThat(isAccepted(losing, sent, members(text("a"), text("b"), text("b")))).isFalse();
  }

  @Test
  void asksForASetWhereASetWasSent() {
    VariantBuilder losing = plainest().loses(Loss.SET_ORDER);

    assertThat(isAccepted(losing, members(text("a")), items(text("a")))).isFalse();
    assertThat(isAccepted(losing, members(), items())).isFalse();
    assertThat(isAccepted(losing, members(), pairs())).isFalse();
  }

  @Test
  void judgesNullsAndEmptyValuesByWhatTheyAre() {
    assertThat(isAccepted(plainest(), NIL, NIL)).isTrue();
    assertThat(isAccepted(plainest(), NIL, text(""))).isFalse();
    assertThat(isAccepted(plainest(), items(), NIL)).isFalse();
    assertThat(isAccepted(plainest(), text(""), text(""))).isTrue();
  }

  @Test
  void keepsTheOrderOfArrays() {
    Value sent = items(text("a"), text("b"));

    assertThat(isAccepted(ordersLost(), sent, items(text("b"), text("a")))).isFalse();
    assertThat(isAccepted(ordersLost(), sent, items(text("a"), text("b")))).isTrue();
  }

  @Test
  void asksForEveryElementOfAnArray() {
    Value sent = items(text("a"), text("b"));

    assertThat(isAccepted(plainest(), sent, items(text("a")))).isFalse();
    assertThat(isAccepted(plainest(), sent, items(text("a"), text("b"), text("b")))).isFalse();
    assertThat(isAccepted(plainest(), sent, text("a"))).isFalse();
  }

  private static VariantBuilder ordersLost() {
    return plainest().loses(Loss.MAP_ORDER);
  }

  /** By both oracles that look at answers: they share out what is wrong. */
  private static boolean isAccepted(VariantBuilder variant, Value sent, Value got) {
    var history =
        HistoryBuilder.of(variant)
            .starts("A1", "HGETALL", "kA1")
            .answers("A1", answer(sent))
            .ends("A1", ok(got))
            .history();
    return new MatchedOracle().judge(history).isEmpty()
        && new TypedOracle().judge(history).isEmpty();
  }
}
