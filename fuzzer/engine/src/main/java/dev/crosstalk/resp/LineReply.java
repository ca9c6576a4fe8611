package dev.crosstalk.resp;

import dev.crosstalk.resp.RespType.LineType;
import dev.crosstalk.resp.RespValue.BigNumber;
import dev.crosstalk.resp.RespValue.Bool;
import dev.crosstalk.resp.RespValue.DoubleValue;
import dev.crosstalk.resp.RespValue.Int;
import dev.crosstalk.resp.RespValue.Null;
import dev.crosstalk.resp.RespValue.SimpleError;
import dev.crosstalk.resp.RespValue.SimpleString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Reads the values that are one line, from after the type byte to before the line end. */
final class LineReply {
  private LineReply() {}

  static RespValue read(LineType type, ByteQueue line, int from, int to) {
    return switch (type) {
      case SIMPLE_STRING -> new SimpleString(line.text(from, to, StandardCharsets.UTF_8));
      case SIMPLE_ERROR -> new SimpleError(line.text(from, to, StandardCharsets.UTF_8));
      case INTEGER -> integer(line, from, to);
      case NULL -> nothing(line, from, to);
      case BOOL -> bool(line, from, to);
      case DOUBLE -> floating(line, from, to);
      case BIG_NUMBER -> bigNumber(line, from, to);
    };
  }

  private static Int integer(ByteQueue line, int from, int to) {
    return new Int(
        Decimals.signed(line, from, to)
            .orElseThrow(() -> line.refusal(from, to, "a signed 64-bit integer")));
  }

  private static Null nothing(ByteQueue line, int from, int to) {
    if (from < to) {
      throw line.refusal(from, to, "nothing between _ and the line end");
    }
    return new Null();
  }

  private static Bool bool(ByteQueue line, int from, int to) {
    boolean yes = to - from == 1 && line.at(from) == 't';
    boolean no = to - from == 1 && line.at(from) == 'f';
    if (yes == no) {
      throw line.refusal(from, to, "t or f");
    }
    return new Bool(yes);
  }

  private static DoubleValue floating(ByteQueue line, int from, int to) {
    return new DoubleValue(
        DoubleText.read(line.text(from, to, StandardCharsets.ISO_8859_1))
            .orElseThrow(
                () ->
                    line.refusal(
                        from, to, "inf, -inf, nan or [+|-]digits[.digits][e[+|-]digits]")));
  }

  private static BigNumber bigNumber(ByteQueue line, int from, int to) {
    boolean marked = from < to && (line.at(from) == '-' || line.at(from) == '+');
    int first = marked ? from + 1 : from;
    boolean digits = first < to;
    for (int i = first; i < to; i++) {
      digits &= line.at(i) >= '0' && line.at(i) <= '9';
    }
    if (!digits) {
      throw line.refusal(from, to, "[+|-] and decimal digits");
    }
    return new BigNumber(new BigInteger(line.text(from, to, StandardCharsets.ISO_8859_1)));
  }
}
