package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crosstalk.resp.RespValue.Int;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reply decoder says to bytes that are not RESP. */
class RespRefusalTest {

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments("?", "at byte 0: found \"?\", accepted: a RESP type byte"),
        arguments("\u00ab", "at byte 0: found \"\\xab\", accepted: a RESP type byte"),
        arguments("\r\n", "at byte 0: found \"\\r\", accepted: a RESP type byte"),
        arguments("*1\r\nx", "at byte 4: found \"x\", accepted: a RESP type byte"),
        arguments("+OK\n", "at byte 3: found \"\\n\", accepted: the line end \\r\\n"),
        arguments("+OK\rx", "at byte 4: found \"x\", accepted: the line end \\r\\n"),
        arguments("$1\r\nab", "at byte 5: found \"b\", accepted: the line end \\r\\n"),
        arguments("$1\r\na\rb", "at byte 6: found \"b\", accepted: the line end \\r\\n"),
        arguments(":\r\n", "at byte 1: found \"\", accepted: a signed 64-bit integer"),
        arguments(":-\r\n", "at byte 1: found \"-\", accepted: a signed 64-bit integer"),
        arguments(":+-1\r\n", "at byte 1: found \"+-1\", accepted: a signed 64-bit integer"),
        arguments(":1/\r\n", "at byte 1: found \"1/\", accepted: a signed 64-bit integer"),
        arguments(":1:\r\n", "at byte 1: found \"1:\", accepted: a signed 64-bit integer"),
        arguments(
            ":9223372036854775808\r\n",
            "at byte 1: found \"9223372036854775808\", accepted: a signed 64-bit integer"),
        arguments(
            ":-9223372036854775809\r\n",
            "at byte 1: found \"-9223372036854775809\", accepted: a signed 64-bit integer"),
        arguments(
            ":92233720368547758070\r\n",
            "at byte 1: found \"92233720368547758070\", accepted: a signed 64-bit integer"),
        arguments("_x\r\n", "at byte 1: found \"x\", accepted: nothing between _ and the line end"),
        arguments("#\r\n", "at byte 1: found \"\", accepted: t or f"),
        arguments("#x\r\n", "at byte 1: found \"x\", accepted: t or f"),
        arguments("#tt\r\n", "at byte 1: found \"tt\", accepted: t or f"),
        arguments("#ff\r\n", "at byte 1: found \"ff\", accepted: t or f"),
        arguments("(\r\n", "at byte 1: found \"\", accepted: [+|-] and decimal digits"),
        arguments("(-\r\n", "at byte 1: found \"-\", accepted: [+|-] and decimal digits"),
        arguments("(+\r\n", "at byte 1: found \"+\", accepted: [+|-] and decimal digits"),
        arguments("(1/2\r\n", "at byte 1: found \"1/2\", accepted: [+|-] and decimal digits"),
        arguments("(x1\r\n", "at byte 1: found \"x1\", accepted: [+|-] and decimal digits"),
        arguments("(:1\r\n", "at byte 1: found \":1\", accepted: [+|-] and decimal digits"),
        arguments("=3\r\n", "at byte 1: found \"3\", accepted: a whole number from 4 to 536870912"),
        arguments(
            "=4\r\ntxt;\r\n",
            "at byte 7: found \";\", accepted: a colon after the format's three bytes"));
  }

  static Stream<Arguments> badAnnouncements() {
    Stream<String> bulks = Stream.of("$", "$-2", "$-1x", "$+1", "$-12", "!-1", "$?", "$536870913");
    Stream<String> aggregates = Stream.of("*", "*-2", "*1 ", "*x", "*+1", "*1048577", "~-1", ">-1");
    Stream<String> pairs = Stream.of("%-1", "|-1", "%524289", "|524289");
    return Stream.of(
            bulks.map(wire -> announcement(wire, 536870912)),
            aggregates.map(wire -> announcement(wire, 1048576)),
            pairs.map(wire -> announcement(wire, 524288)))
        .flatMap(refused -> refused);
  }

  private static Arguments announcement(String wire, int most) {
    String accepted = "\", accepted: a whole number from 0 to " + most;
    return arguments(wire + "\r\n", "at byte 1: found \"" + wire.substring(1) + accepted);
  }

  @ParameterizedTest
  @MethodSource({"malformed", "badAnnouncements"})
  void saysWhereWhatAndWhatElse(String wire, String message) {
    assertThat(Decoded.replies(wire).refusal()).contains(message);
    assertThat(Decoded.replies(Wire.of(wire), List.of(1)).refusal()).contains(message);
  }

  @ParameterizedTest
  @MethodSource({"malformed", "badAnnouncements"})
  void judgesALineOnlyWhenItHasEnded(String wire, String message) {
    String begun = wire.substring(0, wire.length() - 1);
    boolean badFromTheStart = message.contains("type byte") && wire.length() > 1;
    if (wire.endsWith("\r\n") && !badFromTheStart) {
      assertThat(Decoded.replies(begun).refusal()).isEmpty();
    }
  }

  static Stream<String> badDoubles() {
    return Stream.of(
        "", ".5", "5.", "+", "1e", "1e+", "--1", "1.2.3", "Inf", "+inf", "NaN", "-nan", " 1", "1f",
        "0x1p3", "1_0");
  }

  @ParameterizedTest
  @MethodSource("badDoubles")
  void refusesDoublesOutsideTheGrammar(String text) {
    assertThat(Decoded.replies("," + text + "\r\n").refusal())
        .contains(
            "at byte 1: found \""
                + text
                + "\", accepted: inf, -inf, nan or [+|-]digits[.digits][e[+|-]digits]");
  }

  @Test
  void countsTheOffsetFromTheFirstByteFed() {
    Decoded<RespValue> decoded = Decoded.replies(":1\r\n:2\r\n*1\r\n#x\r\n");
    assertThat(decoded.items()).containsExactly(new Int(1), new Int(2));
    assertThat(decoded.refusal()).contains("at byte 13: found \"x\", accepted: t or f");
  }

  @Test
  void keepsRefusingOnceItRefused() {
    RespDecoder decoder = new RespDecoder();
    decoder.feed(Wire.of("?"));
    assertThatThrownBy(decoder::poll).isInstanceOf(RespSyntaxException.class);
    decoder.feed(Wire.of(":1\r\n"));
    assertThatThrownBy(decoder::poll)
        .isInstanceOfSatisfying(
            RespSyntaxException.class,
            e -> {
              assertThat(e.byteOffset()).isZero();
              assertThat(e.found()).isEqualTo("\"?\"");
              assertThat(e.accepted()).isEqualTo("a RESP type byte");
            });
  }

  @Test
  void refusesRangesOutsideTheChunk() {
    RespDecoder decoder = new RespDecoder();
    assertThatThrownBy(() -> decoder.feed(new byte[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
