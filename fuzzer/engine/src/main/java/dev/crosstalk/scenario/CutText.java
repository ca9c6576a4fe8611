package dev.crosstalk.scenario;

import dev.crosstalk.resp.Landmark;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads and writes where a reply is cut: {@code after 3 bytes}, {@code 1 byte before its end},
 * {@code inside line end 2}.
 */
final class CutText {
  private static final int PLACE_MAX = 999;
  private static final String BEFORE_END = "before its end";

  private CutText() {}

  static Cut read(Words words) {
    if (words.ahead(0, Token::isNumber)) {
      int bytes = words.bytes(0);
      words.expect(BEFORE_END);
      return new Cut.BeforeEnd(bytes);
    }
    if (words.ahead(1, Token::isNumber) && words.skip("after")) {
      return new Cut.After(words.bytes(0));
    }
    for (Landmark landmark : Landmark.values()) {
      if (words.skip(phrase(landmark))) {
        return new Cut.At(landmark, words.number("the place counted from 1", 1, PLACE_MAX));
      }
    }
    throw words.wrong("unknown cut at " + words.take().shown(), accepted());
  }

  static String write(Cut cut) {
    return switch (cut) {
      case Cut.After(int bytes) -> "after " + Slots.bytes(bytes);
      case Cut.BeforeEnd(int bytes) -> Slots.bytes(bytes) + " " + BEFORE_END;
      case Cut.At(Landmark landmark, int nth) -> phrase(landmark) + " " + nth;
    };
  }

  private static String phrase(Landmark landmark) {
    return switch (landmark) {
      case AFTER_TYPE -> "after type byte";
      case INSIDE_LENGTH -> "inside length";
      case BEFORE_LINE_END -> "before line end";
      case INSIDE_LINE_END -> "inside line end";
      case AFTER_LINE_END -> "after line end";
      case AFTER_HEADER -> "after header";
      case BETWEEN_ELEMENTS -> "at element gap";
      case BEFORE_LOOKALIKE -> "before lookalike byte";
    };
  }

  private static String accepted() {
    return Arrays.stream(Landmark.values())
        .map(landmark -> "'" + phrase(landmark) + " N'")
        .collect(
            Collectors.joining(
                ", ", "a cut is 'after N bytes', 'N bytes " + BEFORE_END + "', or one of ", ""));
  }
}
