package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.NIL;
import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.error;
import static dev.crosstalk.oracle.Said.items;
import static dev.crosstalk.oracle.Said.members;
import static dev.crosstalk.oracle.Said.number;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.pairs;
import static dev.crosstalk.oracle.Said.plainest;
import static dev.crosstalk.oracle.Said.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.VariantBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an API makes of replies whose type no command says; it hides nobody else's reply. */
class LostTypesTest {
  private static final Value ERROR = new Value.Foreign("error", "ERR x");
  private static final Value YES = new Value.Flag(true);
  private static final Value NO = new Value.Flag(false);
  private static final Value SET = members(text("a"), text("b"));
  private static final Value MAP = pairs("f1=a", "f2=b");
  private static final Value FLAT = items(text("f1"), text("a"), text("f2"), text("b"));
  private static final Value WITH_ERROR = items(text("a"), NIL, items(text("b"), ERROR));

  @Test
  void acceptsAnArrayForASetWhereThatIsDeclaredLost() {
    Value array = items(text("a"), text("b"));

    assertThat(isAccepted(Loss.SET_AS_ARRAY, SET, array)).isTrue();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, SET, SET)).isTrue();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, members(), items())).isTrue();
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, SET, array)).isFalse();
    assertThat(isAccepted(Loss.SET_ORDER, SET, array)).isFalse();
  }

  @Test
  void asksForEveryMemberOfASetThatIsAnArray() {
    assertThat(isAccepted(Loss.SET_AS_ARRAY, SET, items(text("b"), text("a")))).isFalse();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, SET, items(text("a")))).isFalse();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, SET, items(text("a"), text("c")))).isFalse();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, SET, text("a"))).isFalse();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, items(text("a")), members(text("a")))).isFalse();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, MAP, FLAT)).isFalse();
  }

  @Test
  void losesTheOrderOfASetThatIsAnArrayOnlyWhereThatIsDeclaredToo() {
    VariantBuilder both = plainest().loses(Loss.SET_AS_ARRAY, Loss.SET_ORDER);

    assertThat(isAccepted(both, SET, items(text("b"), text("a")))).isTrue();
    assertThat(isAccepted(both, SET, items(text("b"), text("b")))).isFalse();
  }

  @Test
  void acceptsKeysAndValuesInTurnForAMapWhereThatIsDeclaredLost() {
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, MAP, FLAT)).isTrue();
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, MAP, MAP)).isTrue();
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, pairs(), items())).isTrue();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, pairs(), items())).isFalse();
    assertThat(isAccepted(Loss.MAP_ORDER, MAP, FLAT)).isFalse();
  }

  @Test
  void asksForEveryEntryOfAMapThatIsAnArray() {
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, MAP, items(text("f1"), text("a")))).isFalse();
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, pairs("f1=a"), items(text("f1"), text("b"))))
        .isFalse();
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, pairs("f1=a"), items(text("a"), text("f1"))))
        .isFalse();
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, pairs("f1=a"), items(text("f1")))).isFalse();
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, FLAT, MAP)).isFalse();
  }

  @Test
  void losesWhatIsInsideOfMapsAndArrays() {
    Value nested = new Value.Pairs(List.of(new Value.Pair(text("k"), MAP)));
    VariantBuilder all =
        plainest().loses(Loss.MAP_AS_ARRAY, Loss.SET_AS_ARRAY, Loss.FLAG_OR_NUMBER);

    assertThat(isAccepted(all, nested, items(text("k"), FLAT))).isTrue();
    assertThat(isAccepted(all, items(SET, number(1)), items(items(text("a"), text("b")), YES)))
        .isTrue();
    assertThat(isAccepted(all, nested, items(text("k"), items(text("f1"), text("a"))))).isFalse();
    assertThat(isAccepted(all, items(SET, number(1)), items(items(text("a"), text("b")), NO)))
        .isFalse();
  }

  @Test
  void acceptsABooleanForTheNumberThatStandsForItWhereThatIsDeclaredLost() {
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, number(1), YES)).isTrue();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, number(0), NO)).isTrue();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, number(1), number(1))).isTrue();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, YES, YES)).isTrue();
    assertThat(isAccepted(Loss.SET_AS_ARRAY, number(1), YES)).isFalse();
  }

  @Test
  void asksForYesWhereItWasYesAndForOtherNumbersAsTheyAre() {
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, number(1), NO)).isFalse();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, number(0), YES)).isFalse();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, number(7_000_001), YES)).isFalse();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, YES, NO)).isFalse();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, YES, number(1))).isFalse();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, text("1"), YES)).isFalse();
    assertThat(isAccepted(Loss.FLAG_OR_NUMBER, NIL, NO)).isFalse();
  }

  @Test
  void acceptsTheFirstErrorForAReplyThatHoldsItWhereThatIsDeclaredLost() {
    assertThat(isAccepted(Loss.BESIDE_AN_ERROR, WITH_ERROR, WITH_ERROR)).isTrue();
    assertThat(isAccepted(Loss.BESIDE_AN_ERROR, WITH_ERROR, ERROR)).isTrue();
    assertThat(isAccepted(losing(Loss.BESIDE_AN_ERROR), WITH_ERROR, error("ERR x"))).isTrue();
    assertThat(isAccepted(losing(Loss.BESIDE_AN_ERROR), inMap(ERROR), error("ERR x"))).isTrue();
    assertThat(isAccepted(losing(Loss.BESIDE_AN_ERROR), members(ERROR), error("ERR x"))).isTrue();
  }

  @Test
  void tellsTheFirstErrorForAWholeReplyElsewhere() {
    assertThat(isAccepted(losing(Loss.MAP_AS_ARRAY), WITH_ERROR, error("ERR x"))).isFalse();
    assertThat(isAccepted(losing(Loss.MAP_AS_ARRAY), inMap(ERROR), error("ERR x"))).isFalse();
    assertThat(isAccepted(Loss.MAP_AS_ARRAY, WITH_ERROR, ERROR)).isFalse();
  }

  @Test
  void asksForTheVeryErrorThatAReplyHoldsFirst() {
    VariantBuilder losing = losing(Loss.BESIDE_AN_ERROR);
    Value two = items(ERROR, new Value.Foreign("error", "ERR y"));

    assertThat(isAccepted(losing, WITH_ERROR, error("ERR y"))).isFalse();
    assertThat(isAccepted(losing, two, error("ERR y"))).isFalse();
    assertThat(isAccepted(losing, items(text("ERR x")), error("ERR x"))).isFalse();
    assertThat(isAccepted(losing, WITH_ERROR, new Value.Foreign("error", "ERR y"))).isFalse();
    assertThat(isAccepted(losing, WITH_ERROR, new Value.Foreign("java.lang.E", "ERR x"))).isFalse();
    assertThat(isAccepted(losing, WITH_ERROR, items(text("a"), NIL, items(text("b"))))).isFalse();
  }

  @Test
  void asksForTheTypeThatACommandSays() {
    VariantBuilder all =
        plainest().loses(Loss.SET_AS_ARRAY, Loss.MAP_AS_ARRAY, Loss.FLAG_OR_NUMBER);

    assertThat(says(all, "SMEMBERS", SET, items(text("a"), text("b")))).isFalse();
    assertThat(says(all, "HGETALL", MAP, FLAT)).isFalse();
    assertThat(says(all, "EXISTS", number(1), YES)).isFalse();
    assertThat(says(all, "EVALSHA", MAP, FLAT)).isTrue();
  }

  @Test
  void tellsWhoseTheReplyIsThatLostItsType() {
    assertThat(crossed(Loss.SET_AS_ARRAY, members(text("kB1")), ok(items(text("kB1")))))
        .contains("reply to B1 EVAL");
    assertThat(crossed(Loss.MAP_AS_ARRAY, pairs("kB1=v"), ok(items(text("kB1"), text("v")))))
        .contains("reply to B1 EVAL");
    assertThat(crossed(Loss.FLAG_OR_NUMBER, number(1), ok(YES))).contains("reply to B1 EVAL");
    assertThat(crossed(Loss.BESIDE_AN_ERROR, WITH_ERROR, error("ERR x")))
        .contains("reply to B1 EVAL");
  }

  @Test
  void losesTheSameInsideAnExec() {
    assertThat(isAcceptedInExec(Loss.SET_AS_ARRAY, SET, items(text("a"), text("b")))).isTrue();
    assertThat(isAcceptedInExec(Loss.MAP_AS_ARRAY, MAP, FLAT)).isTrue();
    assertThat(isAcceptedInExec(Loss.FLAG_OR_NUMBER, number(1), YES)).isTrue();
    assertThat(isAcceptedInExec(Loss.BESIDE_AN_ERROR, WITH_ERROR, ERROR)).isTrue();
  }

  @Test
  void asksForTheRestInsideAnExec() {
    assertThat(isAcceptedInExec(Loss.MAP_AS_ARRAY, SET, items(text("a"), text("b")))).isFalse();
    assertThat(isAcceptedInExec(Loss.SET_AS_ARRAY, SET, items(text("a"), text("c")))).isFalse();
    assertThat(isAcceptedInExec(Loss.SET_AS_ARRAY, MAP, FLAT)).isFalse();
    assertThat(isAcceptedInExec(Loss.MAP_AS_ARRAY, pairs("f1=a"), FLAT)).isFalse();
    assertThat(isAcceptedInExec(Loss.FLAG_OR_NUMBER, number(1), NO)).isFalse();
    assertThat(isAcceptedInExec(Loss.SET_AS_ARRAY, number(1), YES)).isFalse();
    assertThat(isAcceptedInExec(Loss.SET_AS_ARRAY, WITH_ERROR, ERROR)).isFalse();
    assertThat(isAcceptedInExec(Loss.BESIDE_AN_ERROR, SET, ERROR)).isFalse();
    assertThat(
            isAcceptedInExec(Loss.BESIDE_AN_ERROR, WITH_ERROR, new Value.Foreign("error", "ERR y")))
        .isFalse();
  }

  @Test
  void takesNoErrorAmongItsResultsForAWholeExec() {
    assertThat(ended(Loss.BESIDE_AN_ERROR, WITH_ERROR, ok(ERROR))).isNotEmpty();
    assertThat(ended(Loss.BESIDE_AN_ERROR, WITH_ERROR, ok(items(ERROR)))).isNotEmpty();
  }

  @Test
  void tellsAResultOfAnotherPartThatLostItsType() {
    Map<String, Reply> results = new LinkedHashMap<>();
    results.put("A2", answer(members(text("kA2"))));
    results.put("A3", answer(members(text("kA3"))));
    var story =
        queued(losing(Loss.SET_AS_ARRAY))
            .answersExec("A4", results)
            .ends("A2", ok(items(text("kA3"))))
            .ends("A3", ok(items(text("kA3"))));

    assertThat(judged(story))
        .singleElement()
        .satisfies(it -> assertThat(it.observed()).contains("reply to A3 EVAL"));
  }

  private static Value inMap(Value error) {
    return new Value.Pairs(
        List.of(new Value.Pair(number(1), error), new Value.Pair(number(2), text("a"))));
  }

  private static VariantBuilder losing(Loss loss) {
    return plainest().loses(loss);
  }

  private static boolean isAccepted(Loss loss, Value sent, Value got) {
    return isAccepted(losing(loss), sent, got);
  }

  private static boolean isAccepted(VariantBuilder variant, Value sent, Value got) {
    return isAccepted(variant, sent, ok(got));
  }

  private static boolean isAccepted(VariantBuilder variant, Value sent, Outcome got) {
    return judged(evaluated(variant, sent).ends("A1", got)).isEmpty();
  }

  private static boolean says(VariantBuilder variant, String name, Value sent, Value got) {
    return judged(
            HistoryBuilder.of(variant)
                .starts("A1", name, "kA1")
                .answers("A1", answer(sent))
                .ends("A1", ok(got)))
        .isEmpty();
  }

  private static HistoryBuilder evaluated(VariantBuilder variant, Value sent) {
    return HistoryBuilder.of(variant)
        .starts("A1", "EVAL", Script.NULL.text(), "0", "kA1")
        .answers("A1", answer(sent));
  }

  /** What is told of a call that got the reply to another, which alone has a type to lose. */
  private static String crossed(Loss loss, Value sentToB, Outcome got) {
    var story =
        evaluated(losing(loss), text("kA1"))
            .starts("B1", "EVAL", Script.NULL.text(), "0", "kB1")
            .answers("B1", answer(sentToB))
            .ends("A1", got);
    List<Violation> told = judged(story);
    assertThat(told).hasSize(1);
    return told.getFirst().observed();
  }

  /** Both by the EXEC and by the call whose result it is. */
  private static boolean isAcceptedInExec(Loss loss, Value sent, Value got) {
    List<Violation> ofExec = ended(loss, sent, ok(items(got, text("v3"))));
    List<Violation> ofPart = judged(ran(losing(loss), sent).ends("A2", ok(got)));
    assertThat(ofExec.isEmpty()).isEqualTo(ofPart.isEmpty());
    return ofExec.isEmpty();
  }

  /** What is told of an EXEC that came to this. */
  private static List<Violation> ended(Loss loss, Value sent, Outcome got) {
    return judged(ran(losing(loss), sent).ends("A4", got));
  }

  private static HistoryBuilder ran(VariantBuilder variant, Value sent) {
    Map<String, Reply> results = new LinkedHashMap<>();
    results.put("A2", answer(sent));
    results.put("A3", answer("v3"));
    return queued(variant).answersExec("A4", results);
  }

  private static HistoryBuilder queued(VariantBuilder variant) {
    return HistoryBuilder.of(variant.transaction())
        .starts("A1", "MULTI")
        .inBlock("A1", "A1")
        .answers("A1", answer("OK"))
        .ends("A1", ok("OK"))
        .starts("A2", "EVAL", Script.NULL.text(), "0", "kA2")
        .inBlock("A2", "A1")
        .queuesAtServer("A2")
        .starts("A3", "EVAL", Script.NULL.text(), "0", "kA3")
        .inBlock("A3", "A1")
        .queuesAtServer("A3")
        .starts("A4", "EXEC")
        .inBlock("A4", "A1");
  }

  /** By all oracles that look at answers: they share out what is wrong. */
  private static List<Violation> judged(HistoryBuilder story) {
    return Stream.of(
            new MatchedOracle(),
            new TypedOracle(),
            new ErrorsGoHomeOracle(),
            new TransactionsOracle())
        .flatMap(oracle -> oracle.judge(story.history()).stream())
        .toList();
  }
}
