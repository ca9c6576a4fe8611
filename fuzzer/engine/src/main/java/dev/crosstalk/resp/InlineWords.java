package dev.crosstalk.resp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits an inline request into words as Redis's sdssplitargs (sds.c) does. Blanks separate words.
 * In double quotes {@code \xHH} is a byte, {@code \n \r \t \b \a} are control characters, and a
 * backslash before anything else is dropped; in single quotes only {@code \'} is an escape. Quotes
 * may open inside a word, but after the closing one a blank or the end must follow.
 *
 * <p>As in Redis, vertical tab and form feed are blanks between words and after quotes, but not
 * inside an unquoted word.
 */
final class InlineWords {
  private static final int END = -1;

  private final Bytes line;
  private int next;

  private InlineWords(Bytes line) {
    this.line = line;
  }

  /** The words, maybe none; empty when quotes are not balanced. The line holds no NUL. */
  static Optional<List<Bytes>> split(Bytes line) {
    InlineWords words = new InlineWords(line);
    List<Bytes> found = new ArrayList<>();
    while (words.skipBlanks()) {
      ByteArrayOutputStream word = new ByteArrayOutputStream();
      if (!words.read(word)) {
        return Optional.empty();
      }
      found.add(Bytes.owning(word.toByteArray()));
    }
    return Optional.of(List.copyOf(found));
  }

  private boolean skipBlanks() {
    while (isSpace(peek(0))) {
      next++;
    }
    return peek(0) != END;
  }

  private boolean read(ByteArrayOutputStream word) {
    while (!endsWord(peek(0))) {
      int c = peek(0);
      next++;
      if (c == '"' || c == '\'') {
        return c == '"' ? readDoubleQuoted(word) : readSingleQuoted(word);
      }
      word.write(c);
    }
    return true;
  }

  private boolean readDoubleQuoted(ByteArrayOutputStream word) {
    while (peek(0) != '"') {
      if (peek(0) == END) {
        return false;
      }
      word.write(peek(0) == '\\' && peek(1) != END ? escaped() : peek(0));
      next++;
    }
    return closesWord();
  }

  /** Leaves {@code next} at the last character of the escape. */
  private int escaped() {
    if (peek(1) == 'x' && hexDigit(peek(2)) >= 0 && hexDigit(peek(3)) >= 0) {
      next += 3;
      return hexDigit(peek(-1)) * 16 + hexDigit(peek(0));
    }
    next++;
    return switch (peek(0)) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'a' -> 0x07;
      default -> peek(0);
    };
  }

  private boolean readSingleQuoted(ByteArrayOutputStream word) {
    while (peek(0) != '\'') {
      if (peek(0) == END) {
        return false;
      }
      if (peek(0) == '\\' && peek(1) == '\'') {
        next++;
      }
      word.write(peek(0));
      next++;
    }
    return closesWord();
  }

  private boolean closesWord() {
    next++;
    return peek(0) == END || isSpace(peek(0));
  }

  private int peek(int ahead) {
    int index = next + ahead;
    return index < line.size() ? Byte.toUnsignedInt(line.at(index)) : END;
  }

  private static boolean endsWord(int c) {
    return c == END || c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  // Character.digit would also take digits of other scripts, but only beyond one byte.
  private static int hexDigit(int c) {
    return Character.digit(c, 16);
  }
}
