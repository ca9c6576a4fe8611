package dev.crosstalk.resp;

import java.nio.charset.StandardCharsets;

/** Wire bytes written as Java strings, one character up to U+00FF for each byte. */
final class Wire {
  private Wire() {}

  static byte[] of(String characters) {
    return characters.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static Bytes bytes(String characters) {
    return Bytes.of(of(characters));
  }
}
