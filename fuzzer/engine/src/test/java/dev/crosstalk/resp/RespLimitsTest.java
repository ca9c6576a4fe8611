package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit at its edge, and what announced lengths may cost. */
class RespLimitsTest {
  private static final RespLimits SMALL = new RespLimits(2, 5, 8, 4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*1\r\n*1\r\n:1\r\n",
        "|0\r\n*0\r\n",
        "*2\r\n*0\r\n*0\r\n",
        "*1\r\n*-1\r\n",
        "$5\r\nhello\r\n",
        "=5\r\ntxt:x\r\n",
        "+1234567\r\n",
        "*4\r\n_\r\n_\r\n_\r\n_\r\n",
        "%2\r\n_\r\n_\r\n_\r\n_\r\n",
        "|2\r\n_\r\n_\r\n_\r\n_\r\n_\r\n"
      })
  void acceptsWhatIsAtTheLimit(String wire) {
    assertThat(Decoded.replies(Wire.of(wire), List.of(1), SMALL).only()).isNotNull();
    assertThat(Decoded.replies(Wire.of(wire), List.of(99), SMALL).only()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*1\r\n*1\r\n*0\r\n|at byte 8: found \"*0\", accepted: at most 2 nested aggregates",
        "$6\r\n|at byte 1: found \"6\", accepted: a whole number from 0 to 5",
        "+12345678|at byte 0: found \"+12345678\", accepted: a line of at most 8 bytes",
        "*5\r\n|at byte 1: found \"5\", accepted: a whole number from 0 to 4",
        "%3\r\n|at byte 1: found \"3\", accepted: a whole number from 0 to 2"
      })
  void refusesWhatIsBeyondTheLimit(String wireAndMessage) {
    int bar = wireAndMessage.indexOf('|');
    byte[] wire = Wire.of(wireAndMessage.substring(0, bar));
    String message = wireAndMessage.substring(bar + 1);
    assertThat(Decoded.replies(wire, List.of(1), SMALL).refusal()).contains(message);
    assertThat(Decoded.replies(wire, List.of(99), SMALL).refusal()).contains(message);
  }

  @Test
  void hasTheLimitsOfRedisByDefault() {
    assertThat(RespLimits.DEFAULT).isEqualTo(new RespLimits(128, 1 << 29, 1 << 16, 1 << 20));
  }

  @Test
  void refusesLimitsThatAreNone() {
    assertThatThrownBy(() -> new RespLimits(0, 1, 1, 1))
        .hasMessage("nestingMax 0, accepted: 1..1073741824");
    assertThatThrownBy(() -> new RespLimits(1, 0, 1, 1)).hasMessageContaining("bulkBytesMax 0");
    assertThatThrownBy(() -> new RespLimits(1, 1, 0, 1)).hasMessageContaining("lineBytesMax 0");
    assertThatThrownBy(() -> new RespLimits(1, 1, 1, (1 << 30) + 1))
        .hasMessageContaining("aggregateElementsMax 1073741825");
    assertThat(new RespLimits(1, 1 << 30, 1, 1).bulkBytesMax()).isEqualTo(1 << 30);
  }

  @Test
  void doesNotAllocateByAnnouncedLengths() {
    byte[] wire = Wire.of("*1048576\r\n".repeat(127) + "%524288\r\n$536870912\r\n");
    byte[] request = Wire.of("*1048576\r\n$536870912\r\n");
    Decoded.replies(wire, List.of(wire.length));
    Decoded.requests(request, List.of(request.length));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(Decoded.replies(wire, List.of(wire.length)).refusal()).isEmpty();
    assertThat(Decoded.requests(request, List.of(request.length)).refusal()).isEmpty();
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(500_000);
  }

  @Test
  void costsLittlePerByteWhenBytesComeSingly() {
    int size = 2_000_000;
    RespLimits large = new RespLimits(1, size, size + 1, size);
    byte[] line = Wire.of("+" + "x".repeat(size) + "\r\n");
    byte[] bulk = Wire.of("$" + size + "\r\n" + "x".repeat(size) + "\r\n");
    byte[] elements = Wire.of("*" + size / 4 + "\r\n" + ":1\r\n".repeat(size / 4));
    byte[] inline = Wire.of("x".repeat(size) + "\r\n");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          assertThat(Decoded.replies(line, List.of(1), large).items()).hasSize(1);
          assertThat(Decoded.replies(bulk, List.of(1), large).items()).hasSize(1);
          assertThat(Decoded.replies(elements, List.of(1), large).items()).hasSize(1);
          assertThat(Decoded.requests(inline, List.of(1), large).items()).hasSize(1);
        });
  }
}
