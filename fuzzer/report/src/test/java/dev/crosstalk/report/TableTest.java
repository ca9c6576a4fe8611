package dev.crosstalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void wrapsTheWidestColumnSoThatLinesFit() {
    var table = new Table(List.of(Table.Column.text("a"), Table.Column.text("b")));
    table.add(List.of(Cell.of("short"), Cell.of("word ".repeat(40))));

    assertThat(table.lines(2, Ink.PLAIN))
        .hasSizeGreaterThan(2)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).startsWith("  "));
  }

  @Test
  void breaksAWordThatIsLongerThanALine() {
    assertThat(Wrapping.of("x".repeat(25), 10))
        .containsExactly("x".repeat(10), "  " + "x".repeat(8), "  " + "x".repeat(7));
  }

  @Test
  void breaksAtBlanks() {
    assertThat(Wrapping.of("one two three four", 10))
        .containsExactly("one two", "  three", "  four");
  }

  @Test
  void shortensBytesInTheMiddleAndNeverInsideAnEscape() {
    assertThat(Escapes.quoted("\r\n".repeat(20), 21)).isEqualTo("\"\\r\\n\\r\\n...\\r\\n\\r\\n\"");
    assertThat(Escapes.quoted("a\u00ff\"\\\u0001", 40)).isEqualTo("\"a\\xff\\\"\\\\\\x01\"");
  }
}
