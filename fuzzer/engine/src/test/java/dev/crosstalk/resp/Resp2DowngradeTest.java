package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Resp2DowngradeTest {

  static Stream<Arguments> replies() {
    return Stream.of(
        arguments("_\r\n", "$-1\r\n"),
        arguments("#t\r\n", ":1\r\n"),
        arguments("#f\r\n", ":0\r\n"),
        arguments(",1.5\r\n", "$3\r\n1.5\r\n"),
        arguments(",-inf\r\n", "$4\r\n-inf\r\n"),
        arguments("(-123\r\n", "$4\r\n-123\r\n"),
        arguments("=7\r\ntxt:a\r\n\r\n", "$3\r\na\r\n\r\n"),
        arguments("!7\r\nERR\r\nno\r\n", "-ERR  no\r\n"),
        arguments("~2\r\n_\r\n:1\r\n", "*2\r\n$-1\r\n:1\r\n"),
        arguments(">1\r\n#t\r\n", "*1\r\n:1\r\n"),
        arguments("%2\r\n+a\r\n#t\r\n+b\r\n%0\r\n", "*4\r\n+a\r\n:1\r\n+b\r\n*0\r\n"),
        arguments("|1\r\n+a\r\n+b\r\n*1\r\n|0\r\n_\r\n", "*1\r\n$-1\r\n"));
  }

  static Stream<Arguments> untouched() {
    return Stream.of("+OK\r\n", "-ERR\r\n", ":1\r\n", "$1\r\nx\r\n", "$-1\r\n", "*-1\r\n", "*0\r\n")
        .map(wire -> arguments(wire, wire));
  }

  @ParameterizedTest
  @MethodSource({"replies", "untouched"})
  void givesWhatRedisSendsOnResp2(String resp3, String resp2) {
    RespValue value = Decoded.replies(resp3).only();
    assertThat(Wire.text(RespEncoder.encode(Resp2Downgrade.inResp2(value)))).isEqualTo(resp2);
  }
}
