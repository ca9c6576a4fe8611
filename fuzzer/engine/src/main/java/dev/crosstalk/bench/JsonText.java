package dev.crosstalk.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Maps, lists, texts and numbers as JSON; what the root holds has a line to itself. */
final class JsonText {

  private JsonText() {}

  static String of(Map<String, Object> root) {
    return root.entrySet().stream()
        .map(field -> "  " + text(field.getKey()) + ": " + member(field.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String member(Object value) {
    return value instanceof List<?> rows && !rows.isEmpty()
        ? rows.stream()
            .map(JsonText::inline)
            .collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"))
        : inline(value);
  }

  private static String inline(Object value) {
    return switch (value) {
      case Map<?, ?> fields ->
          fields.entrySet().stream()
              .map(field -> inline(field.getKey()) + ": " + inline(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> elements ->
          elements.stream().map(JsonText::inline).collect(Collectors.joining(", ", "[", "]"));
      case Number number -> number.toString();
      default -> text(value.toString());
    };
  }

  /** Plain ASCII, all else escaped (RFC 8259, 7). */
  private static String text(String text) {
    var out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
