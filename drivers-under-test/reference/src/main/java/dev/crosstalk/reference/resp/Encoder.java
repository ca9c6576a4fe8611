package dev.crosstalk.reference.resp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes commands: an array of bulk strings, in RESP2 and RESP3 alike. */
public final class Encoder {

  private Encoder() {}

  /** The bytes of one command; text as UTF-8. */
  public static byte[] encode(List<String> words) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(header('*', words.size()));
    for (String word : words) {
      byte[] body = word.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(header('$', body.length));
      out.writeBytes(body);
      out.writeBytes(ascii("\r\n"));
    }
    return out.toByteArray();
  }

  private static byte[] header(char type, int length) {
    return ascii(type + Integer.toString(length) + "\r\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
