package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on conformance says what is declared in code. */
class ConformanceDocTest {

  @Test
  void thePageHasTheTableOfDeclaredDifferences() throws Exception {
    var table = new StringBuilder("| what | why |\n|---|---|\n");
    for (DeclaredDifference difference : DeclaredDifference.values()) {
      table.append("| %s | %s |\n".formatted(difference.what(), difference.why()));
    }
    Path page = Path.of("..", "..", "docs", "conformance.md");
    assertThat(Files.readString(page)).endsWith(table.toString());
  }
}
