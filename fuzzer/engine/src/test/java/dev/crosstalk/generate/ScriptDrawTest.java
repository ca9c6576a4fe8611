package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptDrawTest {
  private static final String KEY = "kB2";

  @ParameterizedTest
  @EnumSource(Script.class)
  void namesItsCallBehindAllThatItTells(Script script) {
    assertThat(drawn(script, Script.EVAL).arguments().getLast()).isEqualTo(KEY);
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void givesAScriptWhatItNeeds(Script script) {
    List<String> arguments = drawn(script, Script.EVAL).arguments();
    int keys = Integer.parseInt(arguments.get(1));

    assertThat(keys).isEqualTo(script == Script.GET ? 1 : 0);
    assertThat(arguments.size() - 2 - keys).isGreaterThanOrEqualTo(script.argumentsMin());
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void runsAScriptByItsTextOrItsDigest(Script script) {
    Command byText = drawn(script, Script.EVAL);
    Command byDigest = drawn(script, Script.EVALSHA);

    assertThat(byText.arguments().getFirst()).isEqualTo(script.text());
    assertThat(byDigest.arguments().getFirst()).isEqualTo(script.digest());
    assertThat(tail(byDigest)).isEqualTo(tail(byText));
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void tellsNothingTwice(Script script) {
    List<String> arguments = drawn(script, Script.EVAL).arguments();

    assertThat(arguments.subList(2, 2 + script.argumentsMin())).doesNotHaveDuplicates();
  }

  @Test
  void tellsTheKeyWhereAReplyIsText() {
    assertThat(told(Script.BULK, "A1")).isEqualTo("kA1");
    assertThat(told(Script.ERROR, "A1")).isEqualTo("ERR kA1");
    assertThat(drawn(Script.NESTED_MAP, Script.EVAL).arguments())
        .endsWith(KEY, KEY + "'2", KEY + "'3", KEY);
  }

  @ParameterizedTest
  @EnumSource(
      value = Script.class,
      names = {"INTEGER", "DOUBLE", "BIG_NUMBER"})
  void tellsEveryCallANumberOfItsOwn(Script script) {
    assertThat(Stream.of("A1", "A2", "A9999", "B1", "B9999", "C1", "Z9999"))
        .extracting(label -> told(script, label))
        .doesNotHaveDuplicates();
  }

  /** A server's integers are few more than a million; Lua's doubles hold fifteen digits. */
  @Test
  void tellsNumbersThatAreNobodyElses() {
    assertThat(Long.parseLong(told(Script.INTEGER, "A1"))).isGreaterThan(2_000_000);
    assertThat(told(Script.INTEGER, "Z9999")).hasSizeLessThan(15);
    assertThat(Double.parseDouble(told(Script.DOUBLE, "A1"))).isEqualTo(7_000_001.5);
    assertThat(new BigInteger(told(Script.BIG_NUMBER, "A1")))
        .isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));
  }

  @Test
  void tellsBothYesAndNo() {
    assertThat(List.of(told(Script.BOOL, "A1"), told(Script.BOOL, "A2"))).contains("t", "f");
  }

  @Test
  void drawsEveryScript() {
    var draw = new Draw(7);

    assertThat(
            IntStream.rangeClosed(1, 400)
                .mapToObj(i -> ScriptDraw.of(draw, Script.EVALSHA, KEY, Label.parse("A" + i)))
                .map(command -> Script.in(command).orElseThrow()))
        .contains(Script.values());
  }

  private static Command drawn(Script script, String name) {
    return ScriptDraw.of(script, name, KEY, Label.parse("B2"));
  }

  private static String told(Script script, String label) {
    return ScriptDraw.of(script, Script.EVAL, "k" + label, Label.parse(label)).arguments().get(2);
  }

  private static List<String> tail(Command command) {
    return command.arguments().subList(1, command.arguments().size());
  }
}
