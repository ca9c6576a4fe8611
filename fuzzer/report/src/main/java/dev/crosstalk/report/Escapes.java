package dev.crosstalk.report;

import java.util.ArrayList;
import java.util.List;

/** Makes text safe to print: printable ASCII, every other character as an escape of C. */
final class Escapes {
  private static final String GAP = "...";

  private Escapes() {}

  /** Text for people; a backslash in it stays as it is. */
  static String visible(String text) {
    var out = new StringBuilder();
    text.chars().forEach(c -> out.append(c == '\\' || c == '"' ? (char) c : escaped(c)));
    return out.toString();
  }

  /**
   * Bytes between double quotes, shortened in the middle to about {@code max} characters.
   *
   * @param bytes one character a byte (ISO 8859-1)
   */
  static String quoted(String bytes, int max) {
    List<String> units = bytes.chars().mapToObj(Escapes::escaped).toList();
    int length = units.stream().mapToInt(String::length).sum();
    if (length <= max) {
      return "\"" + String.join("", units) + "\"";
    }
    int half = (max - GAP.length()) / 2;
    return "\""
        + String.join("", head(units, half))
        + GAP
        + String.join("", head(units.reversed(), half).reversed())
        + "\"";
  }

  /** Shortened in the middle to at most {@code max} characters. */
  static String shortened(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int half = (max - GAP.length()) / 2;
    return text.substring(0, half) + GAP + text.substring(text.length() - half);
  }

  private static List<String> head(List<String> units, int max) {
    var head = new ArrayList<String>();
    int length = 0;
    for (String unit : units) {
      length += unit.length();
      if (length > max) {
        break;
      }
      head.add(unit);
    }
    return head;
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> {
        if (c >= ' ' && c <= '~') {
          yield String.valueOf((char) c);
        }
        yield (c <= 0xff ? "\\x%02x" : "\\u%04x").formatted(c);
      }
    };
  }
}
