package dev.crosstalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.bench.BenchReport;
import org.junit.jupiter.api.Test;

class BenchTableTest {
  private static final BenchReport FULL = BenchReports.full();

  @Test
  void showsRowsBesideTheRawLimit() {
    Golden.check("bench", BenchTable.of(FULL, Ink.PLAIN));
  }

  @Test
  void showsTheRawLimitWhenThereIsNothingElse() {
    Golden.check("bench-raw-only", BenchTable.of(BenchReports.rawOnly(), Ink.PLAIN));
  }

  @Test
  void keepsItAllWithTheMachineAsMarkdown() {
    Golden.check("bench-markdown", BenchMarkdown.of(FULL));
  }

  @Test
  void tellsARowInALine() {
    assertThat(BenchLine.of(FULL.raw()))
        .isEqualTo(
            "raw TCP: connects 20123/s, 45 us CPU each;"
                + " 64 bytes there and back 54321/s, 16 us CPU each");
    assertThat(BenchLine.of(FULL.cases().getLast()))
        .isEqualTo("sample/pool real, 1 lane: cases 8.3/s, 1235 us CPU each");
    assertThat(BenchLine.of(FULL.growth().getFirst()))
        .isEqualTo("sample/raw simulated, growth: 1.7 us CPU for each call more");
    assertThat(BenchLine.of(FULL.shrink().orElseThrow()))
        .isEqualTo(
            "12 ms to shrink 20 steps to 4 on canaries/late, simulated: median of 15, 57 replays");
  }
}
