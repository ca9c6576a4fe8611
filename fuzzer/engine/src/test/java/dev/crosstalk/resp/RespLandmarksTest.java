package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example shows a reply with a {@code ^} wherever it may be cut. */
class RespLandmarksTest {

  static Stream<Arguments> cuts() {
    return Stream.of(
        arguments(Landmark.AFTER_TYPE, ":^1\r\n"),
        arguments(Landmark.AFTER_TYPE, "*^1\r\n|^0\r\n$^1\r\n:\r\n"),
        arguments(Landmark.AFTER_TYPE, "_^\r\n"),
        arguments(Landmark.INSIDE_LENGTH, "$3\r\nabc\r\n"),
        arguments(Landmark.INSIDE_LENGTH, "$1^1\r\n$12\r\n123456\r\n"),
        arguments(Landmark.INSIDE_LENGTH, "*2\r\n$-^1\r\n*-^1\r\n"),
        arguments(Landmark.INSIDE_LENGTH, "*0^0^1\r\n:123\r\n"),
        arguments(Landmark.INSIDE_LENGTH, "=1^0\r\ntxt:123456\r\n"),
        arguments(Landmark.BEFORE_LINE_END, "+OK^\r\n"),
        arguments(Landmark.BEFORE_LINE_END, "*2^\r\n$3^\r\na\r\n^\r\n$0^\r\n^\r\n"),
        arguments(Landmark.INSIDE_LINE_END, "*2\r^\n$3\r^\na\r\n\r^\n$-1\r^\n"),
        arguments(Landmark.AFTER_LINE_END, "*2\r\n^$3\r\n^a\r\n\r\n^$-1\r\n"),
        arguments(Landmark.AFTER_LINE_END, "+OK\r\n"),
        arguments(Landmark.AFTER_HEADER, "*1\r\n^$1\r\nx\r\n"),
        arguments(Landmark.AFTER_HEADER, "|1\r\n^+a\r\n%0\r\n^~1\r\n^>0\r\n"),
        arguments(Landmark.AFTER_HEADER, "*2\r\n^*-1\r\n_\r\n"),
        arguments(Landmark.BETWEEN_ELEMENTS, "*1\r\n:1\r\n"),
        arguments(Landmark.BETWEEN_ELEMENTS, "*3\r\n:1\r\n^*2\r\n:1\r\n^:2\r\n^:3\r\n"),
        arguments(Landmark.BETWEEN_ELEMENTS, "*3\r\n*0\r\n^$-1\r\n^$1\r\nx\r\n"),
        arguments(Landmark.BETWEEN_ELEMENTS, "%2\r\n+a\r\n^+b\r\n^+c\r\n^+d\r\n"),
        arguments(Landmark.BETWEEN_ELEMENTS, "*2\r\n:1\r\n^|1\r\n+a\r\n^:2\r\n^:3\r\n"),
        arguments(Landmark.BETWEEN_ELEMENTS, "|0\r\n:3\r\n"),
        arguments(Landmark.BEFORE_LOOKALIKE, "$14\r\n^+^-^:^$^*^%^~^>^|^#^(^!^=^,\r\n"),
        arguments(Landmark.BEFORE_LOOKALIKE, "*2\r\n+a^_b\r\n-ERR ^- x\r\n"),
        arguments(Landmark.BEFORE_LOOKALIKE, "=6\r\ntxt^:a^+\r\n"),
        arguments(Landmark.BEFORE_LOOKALIKE, "!3\r\n^-a^$\r\n"),
        arguments(Landmark.BEFORE_LOOKALIKE, "*3\r\n:-1\r\n,-1\r\n(-1\r\n"));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void findsEachKind(Landmark kind, String marked) {
    byte[] reply = Wire.of(marked.replace("^", ""));
    StringBuilder found = new StringBuilder(Wire.text(reply));
    for (int position : RespLandmarks.positions(reply, kind).reversed()) {
      found.insert(position, '^');
    }
    assertThat(found).hasToString(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "+OK",
        "+OK\r",
        "+OK\r\n+OK\r\n",
        "$2\r\na\r\n",
        "$1\r\na",
        "$1\r\n",
        "*1\r\n",
        "*x\r\n",
        "%1\r\n_\r\n",
        "|0\r\n",
        "+OK\r\nx"
      })
  void refusesAnythingButOneReply(String wire) {
    assertThatThrownBy(() -> RespLandmarks.positions(Wire.of(wire), Landmark.AFTER_TYPE))
        .isInstanceOf(RespSyntaxException.class);
  }

  @Test
  void saysThatAReplyIsNotWhole() {
    assertThatThrownBy(() -> RespLandmarks.positions(Wire.of("*1\r\n"), Landmark.AFTER_TYPE))
        .hasMessage("at byte 4: found \"\", accepted: a whole reply");
  }
}
