package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.report.Ink;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void coloursATerminalOnly() {
    assertThat(Terminal.of(true, true, Map.of())).isEqualTo(new Terminal(true, Ink.ANSI));
    assertThat(Terminal.of(false, true, Map.of())).isEqualTo(new Terminal(true, Ink.PLAIN));
  }

  @Test
  void honoursNoColorUnlessItIsEmpty() {
    assertThat(Terminal.of(true, true, Map.of("NO_COLOR", "1")).ink()).isEqualTo(Ink.PLAIN);
    assertThat(Terminal.of(true, true, Map.of("NO_COLOR", "")).ink()).isEqualTo(Ink.ANSI);
  }

  @Test
  void isPlainWhereTheTerminalIsDumb() {
    assertThat(Terminal.of(true, true, Map.of("TERM", "dumb")))
        .isEqualTo(new Terminal(false, Ink.PLAIN));
  }
}
