package dev.crosstalk.server;

import dev.crosstalk.resp.Bytes;
import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The replies that many commands give. Texts are those of Redis 7.4. */
final class Replies {
  static final RespValue OK = new RespValue.SimpleString("OK");
  static final RespValue QUEUED = new RespValue.SimpleString("QUEUED");
  static final RespValue SYNTAX_ERROR = error("ERR syntax error");
  static final RespValue NOT_AN_INTEGER = error("ERR value is not an integer or out of range");

  static final RespValue NOT_A_FLOAT = error("ERR value is not a valid float");
  static final RespValue OVERFLOW = error("ERR increment or decrement would overflow");
  static final RespValue WRONG_TYPE =
      error("WRONGTYPE Operation against a key holding the wrong kind of value");

  private Replies() {}

  /**
   * An error is one line: as Redis, none of the CR and LF at the end of what a request brought in,
   * and a space for each other.
   */
  static RespValue error(String message) {
    int end = message.length();
    while (end > 0 && "\r\n".indexOf(message.charAt(end - 1)) >= 0) {
      end--;
    }
    return new RespValue.SimpleError(oneLine(message.substring(0, end)));
  }

  static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }

  static RespValue bulk(String text) {
    return new RespValue.Bulk(Bytes.ofUtf8(text));
  }

  static RespValue bulkOrNull(Optional<String> text) {
    return text.isPresent() ? bulk(text.get()) : new RespValue.Null();
  }

  static RespValue bulks(List<String> texts) {
    var bulks = new ArrayList<RespValue>(texts.size());
    for (String text : texts) {
      bulks.add(bulk(text));
    }
    return new RespValue.Array(bulks);
  }

  /** 1 or 0, by which Redis says yes or no in either RESP version. */
  static RespValue yesOrNo(boolean yes) {
    return number(yes ? 1 : 0);
  }

  static RespValue number(long value) {
    return new RespValue.Int(value);
  }

  static RespValue wrongArity(String command) {
    return error("ERR wrong number of arguments for '" + command + "' command");
  }
}
