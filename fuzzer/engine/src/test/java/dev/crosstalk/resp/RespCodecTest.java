package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crosstalk.resp.RespValue.Array;
import dev.crosstalk.resp.RespValue.Attributed;
import dev.crosstalk.resp.RespValue.BigNumber;
import dev.crosstalk.resp.RespValue.Bool;
import dev.crosstalk.resp.RespValue.Bulk;
import dev.crosstalk.resp.RespValue.BulkError;
import dev.crosstalk.resp.RespValue.DoubleValue;
import dev.crosstalk.resp.RespValue.Entry;
import dev.crosstalk.resp.RespValue.Int;
import dev.crosstalk.resp.RespValue.MapValue;
import dev.crosstalk.resp.RespValue.Null;
import dev.crosstalk.resp.RespValue.NullArray;
import dev.crosstalk.resp.RespValue.NullBulk;
import dev.crosstalk.resp.RespValue.Push;
import dev.crosstalk.resp.RespValue.SetValue;
import dev.crosstalk.resp.RespValue.SimpleError;
import dev.crosstalk.resp.RespValue.SimpleString;
import dev.crosstalk.resp.RespValue.VerbatimString;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples, most of them from the protocol specification, one by one and both ways. */
class RespCodecTest {
  private static final MapValue TTL = map(new SimpleString("ttl"), new Int(3600));

  static Stream<Arguments> scalars() {
    return Stream.of(
        arguments("+OK\r\n", new SimpleString("OK")),
        arguments("+\r\n", new SimpleString("")),
        arguments("+caf\u00c3\u00a9\r\n", new SimpleString("caf\u00e9")),
        arguments("+\u00f0\u009f\u0098\u0080\r\n", new SimpleString("\ud83d\ude00")),
        arguments("-ERR unknown command 'x'\r\n", new SimpleError("ERR unknown command 'x'")),
        arguments("-\r\n", new SimpleError("")),
        arguments(":0\r\n", new Int(0)),
        arguments(":1000\r\n", new Int(1000)),
        arguments(":-1\r\n", new Int(-1)),
        arguments(":9223372036854775807\r\n", new Int(Long.MAX_VALUE)),
        arguments(":-9223372036854775808\r\n", new Int(Long.MIN_VALUE)),
        arguments("$5\r\nhello\r\n", Bulk.ofUtf8("hello")),
        arguments("$0\r\n\r\n", new Bulk(Bytes.EMPTY)),
        arguments("$4\r\n\r\n\u0000\u00ff\r\n", new Bulk(Wire.bytes("\r\n\u0000\u00ff"))),
        arguments("$-1\r\n", new NullBulk()),
        arguments("*-1\r\n", new NullArray()),
        arguments("_\r\n", new Null()),
        arguments("#t\r\n", new Bool(true)),
        arguments("#f\r\n", new Bool(false)),
        arguments(",1.23\r\n", new DoubleValue(1.23)),
        arguments(",10\r\n", new DoubleValue(10)),
        arguments(",-0\r\n", new DoubleValue(-0.0)),
        arguments(",1.5e+300\r\n", new DoubleValue(1.5e300)),
        arguments(",inf\r\n", new DoubleValue(Double.POSITIVE_INFINITY)),
        arguments(",-inf\r\n", new DoubleValue(Double.NEGATIVE_INFINITY)),
        arguments(",nan\r\n", new DoubleValue(Double.NaN)),
        arguments("(0\r\n", new BigNumber(BigInteger.ZERO)),
        arguments("(-34928903284092385\r\n", new BigNumber(new BigInteger("-34928903284092385"))),
        arguments("!21\r\nSYNTAX invalid syntax\r\n", error("SYNTAX invalid syntax")),
        arguments("!0\r\n\r\n", error("")),
        arguments("=15\r\ntxt:Some string\r\n", verbatim("txt", "Some string")),
        arguments("=4\r\nmkd:\r\n", verbatim("mkd", "")),
        arguments("=5\r\n\u00ff\r\n:x\r\n", verbatim("\u00ff\r\n", "x")));
  }

  static Stream<Arguments> aggregates() {
    Bulk hello = Bulk.ofUtf8("hello");
    Array inner = Array.of(new Int(1), new SetValue(List.of(new Null())));
    return Stream.of(
        arguments("*0\r\n", Array.of()),
        arguments("*2\r\n$5\r\nhello\r\n$-1\r\n", Array.of(hello, new NullBulk())),
        arguments("*2\r\n*2\r\n:1\r\n~1\r\n_\r\n-World\r\n", Array.of(inner, simpleError())),
        arguments("*2\r\n*0\r\n*-1\r\n", Array.of(Array.of(), new NullArray())),
        arguments("~0\r\n", new SetValue(List.of())),
        arguments("~2\r\n:1\r\n:2\r\n", new SetValue(List.of(new Int(1), new Int(2)))),
        arguments("%0\r\n", new MapValue(List.of())),
        arguments("%1\r\n+ttl\r\n:3600\r\n", TTL),
        arguments("%1\r\n*0\r\n%1\r\n+ttl\r\n:3600\r\n", map(Array.of(), TTL)),
        arguments(">1\r\n+message\r\n", new Push(List.of(new SimpleString("message")))),
        arguments(">0\r\n", new Push(List.of())),
        arguments("|1\r\n+ttl\r\n:3600\r\n:3\r\n", new Attributed(TTL, new Int(3))),
        arguments("|0\r\n*0\r\n", new Attributed(new MapValue(List.of()), Array.of())),
        arguments(
            "|1\r\n+ttl\r\n:3600\r\n|1\r\n+ttl\r\n:3600\r\n_\r\n",
            new Attributed(TTL, new Attributed(TTL, new Null()))),
        arguments(
            "*2\r\n:1\r\n|1\r\n+ttl\r\n:3600\r\n:3\r\n",
            Array.of(new Int(1), new Attributed(TTL, new Int(3)))));
  }

  @ParameterizedTest
  @MethodSource({"scalars", "aggregates"})
  void readsAndWritesEachType(String wire, RespValue value) {
    assertThat(Wire.text(RespEncoder.encode(value))).isEqualTo(wire);
    assertThat(Decoded.replies(wire).only()).isEqualTo(value);
    assertThat(Decoded.replies(Wire.of(wire), List.of(1)).only()).isEqualTo(value);
  }

  static Stream<Arguments> otherForms() {
    return Stream.of(
        arguments(":+5\r\n", new Int(5)),
        arguments(":-0\r\n", new Int(0)),
        arguments(":00000000000000000000007\r\n", new Int(7)),
        arguments("$05\r\nhello\r\n", Bulk.ofUtf8("hello")),
        arguments("*00\r\n", Array.of()),
        arguments(",+1.50\r\n", new DoubleValue(1.5)),
        arguments(",1E3\r\n", new DoubleValue(1000)),
        arguments(",-12.5e-1\r\n", new DoubleValue(-1.25)),
        arguments(",1e+999\r\n", new DoubleValue(Double.POSITIVE_INFINITY)),
        arguments("(+7\r\n", new BigNumber(BigInteger.valueOf(7))),
        arguments("+\u00ff\r\n", new SimpleString("\ufffd")));
  }

  @ParameterizedTest
  @MethodSource("otherForms")
  void readsFormsThatRedisWouldNotWrite(String wire, RespValue value) {
    assertThat(Decoded.replies(wire).only()).isEqualTo(value);
  }

  @Test
  void givesTheRepliesOfOneChunkInOrder() {
    assertThat(Decoded.replies("+a\r\n*1\r\n:1\r\n$1\r\nb\r\n").items())
        .containsExactly(new SimpleString("a"), Array.of(new Int(1)), Bulk.ofUtf8("b"));
  }

  @Test
  void knowsWhetherItStandsBetweenValues() {
    String wire = "*2\r\n$1\r\nb\r\n:1\r\n";
    RespDecoder decoder = new RespDecoder();
    assertThat(decoder.isBetweenValues()).isTrue();
    for (byte b : Wire.of(wire)) {
      assertThat(decoder.poll()).isEmpty();
      decoder.feed(new byte[] {b});
      assertThat(decoder.isBetweenValues()).isFalse();
    }
    assertThat(decoder.poll()).isPresent();
    assertThat(decoder.isBetweenValues()).isTrue();
    decoder.feed(Wire.of("$0\r\n"));
    assertThat(decoder.poll()).isEmpty();
    assertThat(decoder.isBetweenValues()).isFalse();
  }

  @Test
  void feedsTheRangeAskedForAndKeepsACopy() {
    byte[] chunk = Wire.of("xx+OK\r\nyy");
    RespDecoder decoder = new RespDecoder();
    decoder.feed(chunk, 2, 5);
    chunk[3] = '?';
    assertThat(decoder.poll()).contains(new SimpleString("OK"));
    assertThat(decoder.isBetweenValues()).isTrue();
  }

  private static MapValue map(RespValue key, RespValue value) {
    return new MapValue(List.of(new Entry(key, value)));
  }

  private static BulkError error(String text) {
    return new BulkError(Bytes.ofUtf8(text));
  }

  private static SimpleError simpleError() {
    return new SimpleError("World");
  }

  private static VerbatimString verbatim(String format, String text) {
    return new VerbatimString(format, Bytes.ofUtf8(text));
  }
}
