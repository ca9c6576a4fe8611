package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crosstalk.resp.RespValue.SimpleError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as networking.c of Redis reads them. */
class RequestDecoderTest {
  private static final int LINE_MAX = 64 * 1024;

  static Stream<Arguments> requests() {
    return Stream.of(
        arguments("*1\r\n$4\r\nPING\r\n", List.of("PING")),
        arguments("*2\r\n$3\r\nGET\r\n$0\r\n\r\n", List.of("GET", "")),
        arguments("*2\r\n$3\r\nGET\r\n$4\r\n\r\n*1\r\n", List.of("GET", "\r\n*1")),
        arguments("PING\r\n", List.of("PING")),
        arguments("PING\n", List.of("PING")),
        arguments("  SET  k\t\"a b\" \r\n", List.of("SET", "k", "a b")),
        arguments("$4\r\n", List.of("$4")),
        arguments("*0\r\n*-1\r\n*-9\r\n\r\n\n  \r\nPING\r\n", List.of("PING")),
        // Redis looks at neither of these line ends.
        arguments("*1\rx$4\ryPINGzz", List.of("PING")));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void readsRequestsInBothForms(String wire, List<String> words) {
    List<Bytes> expected = words.stream().map(Bytes::ofUtf8).toList();
    assertThat(Decoded.requests(wire).only()).isEqualTo(expected);
    assertThat(Decoded.requests(Wire.of(wire), List.of(1)).only()).isEqualTo(expected);
  }

  static Stream<Arguments> protocolErrors() {
    String digits = "1".repeat(LINE_MAX);
    return Stream.of(
        arguments("*\r\n", "invalid multibulk length"),
        arguments("*x\r\n", "invalid multibulk length"),
        arguments("*+1\r\n", "invalid multibulk length"),
        arguments("*01\r\n", "invalid multibulk length"),
        arguments("*-0\r\n", "invalid multibulk length"),
        arguments("*-\r\n", "invalid multibulk length"),
        arguments("*1 \r\n", "invalid multibulk length"),
        arguments("*1048577\r\n", "invalid multibulk length"),
        arguments("*99999999999999999999\r\n", "invalid multibulk length"),
        arguments("*" + digits.substring(1) + "\r\n", "invalid multibulk length"),
        arguments("*" + digits, "too big mbulk count string"),
        arguments("*1\r\n$\r\n", "invalid bulk length"),
        arguments("*1\r\n$-1\r\n", "invalid bulk length"),
        arguments("*1\r\n$536870913\r\n", "invalid bulk length"),
        arguments("*1\r\n$" + digits, "too big bulk count string"),
        arguments("*1\r\n+OK\r\n", "expected '$', got '+'"),
        arguments("*1\r\n\r\n", "expected '$', got ' '"),
        arguments("*1\r\n\nx\r\n", "expected '$', got ' '"),
        arguments("*1\r\n\u00ff\r\n", "expected '$', got '\u00ff'"),
        arguments("*2\r\n$1\r\nx\r\n*1\r\n", "expected '$', got '*'"),
        arguments("x" + digits, "too big inline request"),
        arguments(digits + "\r\n", "too big inline request"),
        arguments("GET \"k\r\n", "unbalanced quotes in request"),
        arguments("\u0000" + digits, "too big inline request"),
        arguments("*1\u0000\r\n" + digits, "too big mbulk count string"));
  }

  @ParameterizedTest
  @MethodSource("protocolErrors")
  void refusesWithTheWordsOfRedis(String wire, String problem) {
    String message = "Protocol error: " + problem;
    assertThat(Decoded.requests(wire).refusal()).contains(message);
    assertThat(Decoded.requests(Wire.of(wire), List.of(1)).refusal()).contains(message);
  }

  @Test
  void waitsForOneMoreByteThanTheLongestLine() {
    String longest = "x".repeat(LINE_MAX);
    assertThat(Decoded.requests(longest).refusal()).isEmpty();
    assertThat(Decoded.requests(longest + "\n").only()).hasSize(1);
    assertThat(Decoded.requests("*" + "1".repeat(LINE_MAX - 1)).refusal()).isEmpty();
    assertThat(Decoded.requests("*1\r\n$" + "1".repeat(LINE_MAX - 1)).refusal()).isEmpty();
  }

  @Test
  void hidesALineEndBehindANul() {
    Decoded<List<Bytes>> decoded = Decoded.requests("PING\u0000\r\nPING\r\n");
    assertThat(decoded).isEqualTo(new Decoded<>(List.of(), decoded.refusal(), false));
    assertThat(decoded.refusal()).isEmpty();
  }

  @Test
  void acceptsWhatIsAtTheLimitsAndRefusesMore() {
    RespLimits small = new RespLimits(1, 3, 5, 2);
    byte[] atLimit = Wire.of("*2\r\n$3\r\nGET\r\n$1\r\nk\r\nPING\r\n");
    assertThat(Decoded.requests(atLimit, List.of(1), small).items()).hasSize(2);
    assertThat(Decoded.requests(Wire.of("*3\r\n"), List.of(9), small).refusal()).isPresent();
    assertThat(Decoded.requests(Wire.of("*1\r\n$4\r\n"), List.of(9), small).refusal()).isPresent();
    assertThat(Decoded.requests(Wire.of("PINGS\r\n"), List.of(9), small).refusal()).isPresent();
  }

  @Test
  void givesEarlierRequestsBeforeItRefusesForGood() {
    RequestDecoder decoder = new RequestDecoder();
    decoder.feed(Wire.of("PING\r\n*1\r\n$4\r\nPING\r\n*1\r\n:1\r\n"));
    assertThat(decoder.poll()).contains(List.of(Bytes.ofUtf8("PING")));
    assertThat(decoder.poll()).contains(List.of(Bytes.ofUtf8("PING")));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(decoder::poll)
          .isInstanceOfSatisfying(
              RequestSyntaxException.class,
              e -> {
                assertThat(e.byteOffset()).isEqualTo(24);
                assertThat(e.reply())
                    .isEqualTo(new SimpleError("ERR Protocol error: expected '$', got ':'"));
              });
      decoder.feed(Wire.of("PING\r\n"));
    }
  }

  @Test
  void keepsTheWordsOfRequestsApart() {
    String wire = "*1\r\n$1\r\na\r\n*2\r\n$1\r\nb\r\n$1\r\nc\r\n";
    assertThat(Decoded.requests(wire).items())
        .containsExactly(List.of(Bytes.ofUtf8("a")), List.of(Bytes.ofUtf8("b"), Bytes.ofUtf8("c")));
  }

  @Test
  void knowsWhetherItStandsBetweenRequests() {
    RequestDecoder decoder = new RequestDecoder();
    assertThat(decoder.isBetweenRequests()).isTrue();
    for (byte b : Wire.of("*2\r\n$1\r\na\r\n$1\r\nb\r\n")) {
      assertThat(decoder.poll()).isEmpty();
      decoder.feed(new byte[] {b});
      assertThat(decoder.poll().isPresent()).isEqualTo(decoder.isBetweenRequests());
    }
    assertThat(decoder.isBetweenRequests()).isTrue();
  }

  @Test
  void feedsTheRangeAskedForAndKeepsACopy() {
    byte[] chunk = Wire.of("xxPING\r\nyy");
    RequestDecoder decoder = new RequestDecoder();
    decoder.feed(chunk, 2, 6);
    chunk[3] = '?';
    assertThat(decoder.poll()).contains(List.of(Bytes.ofUtf8("PING")));
    assertThat(decoder.isBetweenRequests()).isTrue();
    assertThatThrownBy(() -> decoder.feed(chunk, 9, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void encodesRequestsAsArraysOfBulks() {
    List<Bytes> words = List.of(Bytes.ofUtf8("GET"), Bytes.EMPTY, Bytes.ofUtf8("\u00e9"));
    assertThat(Wire.text(RespEncoder.encodeRequest(words)))
        .isEqualTo("*3\r\n$3\r\nGET\r\n$0\r\n\r\n$2\r\n\u00c3\u00a9\r\n");
    assertThat(Wire.text(RespEncoder.encodeRequest(List.of()))).isEqualTo("*0\r\n");
  }
}
