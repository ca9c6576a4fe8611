package dev.crosstalk.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Texts as Redis orders them: by the bytes of their UTF-8. */
final class ByteOrder {
  static final Comparator<String> OF_TEXT =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private ByteOrder() {}

  /** How long Redis finds a text. */
  static int bytesOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
