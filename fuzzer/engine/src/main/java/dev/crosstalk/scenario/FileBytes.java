package dev.crosstalk.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a scenario file: UTF-8, strictly, and bounded. */
final class FileBytes {
  /** No {@code char} takes more than three bytes. */
  static final int MAX = 3 * ScenarioReader.CHARS_MAX;

  private FileBytes() {}

  static String decode(String fileName, byte[] bytes) {
    if (bytes.length > MAX) {
      throw new Place(fileName, 1)
          .wrong("the file is too long", "it has at most " + MAX + " bytes");
    }
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(input).toString();
    } catch (CharacterCodingException malformed) {
      throw new Place(fileName, lineOf(bytes, input.position()))
          .wrong("bytes that are not UTF-8", "a scenario file is UTF-8 text");
    }
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
