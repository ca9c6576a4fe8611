package dev.crosstalk.resp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Ways to make a reply illegal, so that whoever reads it closely can tell. None asks for more
 * memory than a reply may, and none makes a stream that is legal and only another one.
 */
public enum Corruption {
  /** Another type byte, legal by itself. */
  WRONG_TYPE,
  /** A length or count below that of a null. */
  NEGATIVE_LENGTH,
  /** A length or count that more bytes would be needed for. */
  LENGTH_TOO_LARGE,
  /** The last line does not end. */
  NO_LINE_END,
  /** A type byte that no type has. */
  UNKNOWN_TYPE,
  /** Arrays in arrays, deeper than any server nests. */
  DEEP_NESTING,
  /** As many bytes, of no meaning. */
  RANDOM_BYTES;

  private static final int DEPTH = 200;
  private static final int TOO_MANY = 1000;
  private static final String SIZED = "$*%~=!|>";

  /** Lower case, words joined by dashes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The bytes in place of a whole reply, the same each time. */
  public byte[] of(byte[] reply) {
    return switch (this) {
      case WRONG_TYPE -> withType(reply, reply[0] == ':' ? '$' : ':');
      case NEGATIVE_LENGTH -> withLength(reply, -2);
      case LENGTH_TOO_LARGE -> withLength(reply, length(reply) + TOO_MANY);
      case NO_LINE_END -> Arrays.copyOf(reply, reply.length - 2);
      case UNKNOWN_TYPE -> withType(reply, 'x');
      case DEEP_NESTING -> nested(reply);
      case RANDOM_BYTES -> random(reply);
    };
  }

  private static byte[] withType(byte[] reply, char type) {
    byte[] other = reply.clone();
    other[0] = (byte) type;
    return other;
  }

  /** A reply that has no length gets one: it becomes a bulk. */
  private static byte[] withLength(byte[] reply, long length) {
    int end = lineEnd(reply);
    char type = SIZED.indexOf(reply[0]) >= 0 ? (char) reply[0] : '$';
    var out = new ByteArrayOutputStream();
    out.writeBytes((type + Long.toString(length)).getBytes(StandardCharsets.US_ASCII));
    out.write(reply, end, reply.length - end);
    return out.toByteArray();
  }

  private static long length(byte[] reply) {
    String line = new String(reply, 1, lineEnd(reply) - 1, StandardCharsets.US_ASCII);
    return SIZED.indexOf(reply[0]) >= 0 && !line.startsWith("-") ? Long.parseLong(line) : 0;
  }

  private static int lineEnd(byte[] reply) {
    int end = 0;
    while (reply[end] != '\r') {
      end++;
    }
    return end;
  }

  private static byte[] nested(byte[] reply) {
    var out = new ByteArrayOutputStream();
    for (int depth = 0; depth < DEPTH; depth++) {
      out.writeBytes("*1\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes(reply);
    return out.toByteArray();
  }

  private static byte[] random(byte[] reply) {
    byte[] noise = new byte[reply.length];
    new Random(Arrays.hashCode(reply)).nextBytes(noise);
    // Neither a type nor a push, by whatever luck.
    noise[0] |= (byte) 0x80;
    return noise;
  }
}
