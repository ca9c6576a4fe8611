package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorruptionTest {
  private static final List<String> REPLIES =
      List.of(
          "+OK\r\n",
          "-ERR no\r\n",
          ":7\r\n",
          "$5\r\nhello\r\n",
          "$-1\r\n",
          "_\r\n",
          "*2\r\n$1\r\na\r\n$1\r\nb\r\n",
          "*0\r\n",
          "%1\r\n+k\r\n+v\r\n");

  @ParameterizedTest
  @EnumSource(Corruption.class)
  void makesOtherBytesAndTheSameEachTime(Corruption how) {
    for (String reply : REPLIES) {
      byte[] bytes = reply.getBytes(StandardCharsets.ISO_8859_1);
      assertThat(how.of(bytes)).as(reply).isNotEqualTo(bytes).isEqualTo(how.of(bytes));
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).isEqualTo(reply);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Corruption.class,
      names = {"NEGATIVE_LENGTH", "UNKNOWN_TYPE", "RANDOM_BYTES"})
  void makesWhatADecoderRefuses(Corruption how) {
    for (String reply : REPLIES) {
      var decoder = new RespDecoder();
      byte[] illegal = how.of(reply.getBytes(StandardCharsets.ISO_8859_1));
      decoder.feed(illegal, 0, illegal.length);
      assertThat(catchThrowable(decoder::poll)).as(reply).isInstanceOf(RespSyntaxException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Corruption.class,
      names = {"LENGTH_TOO_LARGE", "NO_LINE_END"})
  void makesWhatADecoderWaitsToSeeTheEndOf(Corruption how) {
    for (String reply : REPLIES) {
      var decoder = new RespDecoder();
      byte[] illegal = how.of(reply.getBytes(StandardCharsets.ISO_8859_1));
      decoder.feed(illegal, 0, illegal.length);
      assertThat(decoder.poll()).as(reply).isEmpty();
    }
  }
}
