package dev.crosstalk.reference.resp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the bytes of one connection, in whatever pieces they come, as replies. A reply that is not
 * whole is read again from its first byte when more has come.
 */
public class Decoder {
  private static final int DEPTH_MAX = 32;
  private static final int BULK_BYTES_MAX = 1 << 29;
  private static final int ITEMS_MAX = Integer.MAX_VALUE;
  private static final int NULL = -1;

  private final Intake intake = new Intake();

  /** Takes the first {@code length} bytes of a chunk; they are copied. */
  public final void feed(byte[] chunk, int length) {
    intake.add(chunk, length);
  }

  /**
   * The next whole reply or push.
   *
   * @return empty when its last byte has not come yet
   * @throws GarbledReplyException when nothing that may still come could make it RESP
   */
  public Optional<Reply> next() {
    try {
      Reply reply = value(0);
      intake.keep();
      return Optional.of(reply);
    } catch (Intake.TooShort incomplete) {
      intake.rewind();
      return Optional.empty();
    }
  }

  /** Whether bytes wait that {@link #next} has not given out and that do not begin a push. */
  public final boolean holdsPartOfReply() {
    return !intake.isEmpty() && intake.first() != '>';
  }

  /** Checks the two bytes behind the body of a bulk string. */
  protected void endBulk(byte first, byte second) {
    if (first != '\r' || second != '\n') {
      throw new GarbledReplyException("a bulk string goes on where its length says it ends");
    }
  }

  private Reply value(int depth) {
    if (depth > DEPTH_MAX) {
      throw new GarbledReplyException("values nest deeper than " + DEPTH_MAX);
    }
    byte type = intake.take();
    return switch (type) {
      case '+' -> new Reply.Simple(intake.line());
      case '-' -> new Reply.Failure(intake.line());
      case ':' -> new Reply.Number(Scalars.number(intake.line()));
      case '_' -> Scalars.nil(intake.line());
      case '#' -> Scalars.flag(intake.line());
      case ',' -> new Reply.Real(Scalars.real(intake.line()));
      case '(' -> new Reply.Big(Scalars.big(intake.line()));
      case '$' -> bulk(length(NULL, BULK_BYTES_MAX));
      case '=' -> Scalars.verbatim(body(length(0, BULK_BYTES_MAX)));
      case '!' -> new Reply.Failure(body(length(0, BULK_BYTES_MAX)));
      case '*' -> array(length(NULL, ITEMS_MAX), depth);
      case '~' -> new Reply.Members(values(length(0, ITEMS_MAX), depth));
      case '%' -> new Reply.Pairs(pairs(length(0, ITEMS_MAX), depth));
      case '|' -> behindAttribute(length(0, ITEMS_MAX), depth);
      case '>' -> push(length(0, ITEMS_MAX), depth);
      default -> throw new GarbledReplyException("no value begins with byte " + type);
    };
  }

  private int length(int least, int most) {
    long length = Scalars.number(intake.line());
    if (length < least || length > most) {
      throw new GarbledReplyException("a length of " + length);
    }
    return (int) length;
  }

  private Reply bulk(int length) {
    return length == NULL ? new Reply.Nil() : new Reply.Bulk(body(length));
  }

  private String body(int length) {
    String text = intake.text(length, 2);
    endBulk(intake.take(), intake.take());
    return text;
  }

  private Reply array(int length, int depth) {
    return length == NULL ? new Reply.Nil() : new Reply.Items(values(length, depth));
  }

  private List<Reply> values(int count, int depth) {
    var values = new ArrayList<Reply>();
    for (int i = 0; i < count; i++) {
      values.add(value(depth + 1));
    }
    return values;
  }

  private List<Reply.Pair> pairs(int count, int depth) {
    var pairs = new ArrayList<Reply.Pair>();
    for (int i = 0; i < count; i++) {
      pairs.add(new Reply.Pair(value(depth + 1), value(depth + 1)));
    }
    return pairs;
  }

  private Reply behindAttribute(int count, int depth) {
    pairs(count, depth);
    return value(depth + 1);
  }

  private Reply push(int count, int depth) {
    if (depth > 0) {
      throw new GarbledReplyException("a push inside a reply");
    }
    return new Reply.Push(values(count, depth));
  }
}
