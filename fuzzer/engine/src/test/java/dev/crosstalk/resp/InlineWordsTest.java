package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as sdssplitargs of Redis splits them. */
class InlineWordsTest {

  static Stream<Arguments> lines() {
    return Stream.of(
        arguments("", List.of()),
        arguments(" \t\u000b\f\r\n ", List.of()),
        arguments("a", List.of("a")),
        arguments(" a  b\tc\rd\ne ", List.of("a", "b", "c", "d", "e")),
        arguments("a\u000bb\fc \u000bd", List.of("a\u000bb\fc", "d")),
        arguments("\u00ff\\n", List.of("\u00ff\\n")),
        arguments("\"\" ''", List.of("", "")),
        arguments("\"a b\"\u000b'c d'\f", List.of("a b", "c d")),
        arguments("\"a'b\" 'a\"b'", List.of("a'b", "a\"b")),
        arguments("pre\"a b\" pre'c d'", List.of("prea b", "prec d")),
        arguments("\"\\n\\r\\t\\b\\a\"", List.of("\n\r\t\b\u0007")),
        arguments("\"\\\"\\\\\\q\\'\"", List.of("\"\\q'")),
        arguments("\"\\x00\\xfF\\x7e\\x41B\"", List.of("\u0000\u00ff~AB")),
        arguments("\"\\xg0\\x0g\\x\"", List.of("xg0x0gx")),
        arguments("'\\n\\'\\\\ '", List.of("\\n'\\\\ ")),
        arguments("'\\a'", List.of("\\a")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void splitsAsRedisDoes(String line, List<String> words) {
    assertThat(InlineWords.split(Wire.bytes(line)))
        .contains(words.stream().map(Wire::bytes).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "'",
        "\"a",
        "'a",
        "a \"b",
        "\"a\"b",
        "'a'b",
        "\"a\"\"b\"",
        "'a''b'",
        "\"\\",
        "\"\\\"",
        "'\\'",
        "a\"b\"c",
        "\"\\x4",
        "\"\\x41"
      })
  void refusesUnbalancedQuotes(String line) {
    assertThat(InlineWords.split(Wire.bytes(line))).isEmpty();
  }
}
