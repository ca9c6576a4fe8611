package dev.crosstalk.server;

import dev.crosstalk.resp.Bytes;
import dev.crosstalk.resp.RespEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A piece of what a conversation sends.
 *
 * @param words of a request; empty where the bytes are none
 * @param answered whether one reply is owed for it
 */
record Sent(List<String> words, byte[] bytes, boolean answered) {

  static Sent request(List<String> words) {
    return new Sent(
        List.copyOf(words),
        RespEncoder.encodeRequest(words.stream().map(Bytes::ofUtf8).toList()),
        true);
  }

  /** The same request as a line of words in quotes. */
  static Sent inline(List<String> words) {
    var line = new StringBuilder();
    for (String word : words) {
      line.append('"')
          .append(
              word.replace("\\", "\\\\")
                  .replace("\"", "\\\"")
                  .replace("\r", "\\r")
                  .replace("\n", "\\n"))
          .append("\" ");
    }
    return new Sent(List.copyOf(words), utf8(line + "\r\n"), true);
  }

  /** Bytes that come to one reply, though they may be no request. */
  static Sent raw(String text) {
    return new Sent(List.of(), utf8(text), true);
  }

  /** Bytes that nobody answers. */
  static Sent ignored(String text) {
    return new Sent(List.of(), utf8(text), false);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As a person reads it. */
  @Override
  public String toString() {
    return words.isEmpty()
        ? "bytes " + Bytes.of(bytes)
        : String.join(" ", words.stream().map(word -> Bytes.ofUtf8(word).toString()).toList());
  }
}
