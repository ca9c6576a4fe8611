package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.Landmark;
import dev.crosstalk.scenario.Cut;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a cut lies in {@code $2 ab}, of 8 bytes; never outside. */
class CutPositionsTest {
  private static final byte[] REPLY = "$2\r\nab\r\n".getBytes(StandardCharsets.ISO_8859_1);

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "5, 5", "7, 7", "8, 7", "1000000, 7"})
  void afterSoManyBytes(int bytes, int position) {
    assertThat(ServerSteps.position(new Cut.After(bytes), REPLY)).isEqualTo(position);
  }

  @ParameterizedTest
  @CsvSource({"0, 7", "1, 7", "2, 6", "7, 1", "8, 1", "1000000, 1"})
  void soManyBytesBeforeTheEnd(int bytes, int position) {
    assertThat(ServerSteps.position(new Cut.BeforeEnd(bytes), REPLY)).isEqualTo(position);
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER_TYPE, 1, 1",
    "BEFORE_LINE_END, 1, 2",
    "INSIDE_LINE_END, 1, 3",
    "AFTER_LINE_END, 1, 4",
    "BEFORE_LINE_END, 2, 6",
    "BEFORE_LINE_END, 999, 6",
    "BETWEEN_ELEMENTS, 1, 7"
  })
  void atALandmarkOrTheLastOfItsKindOrBeforeTheLastByte(Landmark landmark, int nth, int position) {
    assertThat(ServerSteps.position(new Cut.At(landmark, nth), REPLY)).isEqualTo(position);
  }
}
