package dev.crosstalk.reference.resp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTest {

  @Test
  void countsBytesAndNotCharacters() {
    assertThat(encoded("SET", "kä", "")).isEqualTo("*3\r\n$3\r\nSET\r\n$3\r\nkä\r\n$0\r\n\r\n");
  }

  @Test
  void leavesLineEndsInsideWordsAlone() {
    assertThat(encoded("ECHO", "a\r\n$1")).isEqualTo("*2\r\n$4\r\nECHO\r\n$5\r\na\r\n$1\r\n");
  }

  private static String encoded(String... words) {
    return new String(Encoder.encode(List.of(words)), StandardCharsets.UTF_8);
  }
}
