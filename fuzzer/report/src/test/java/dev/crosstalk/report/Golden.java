package dev.crosstalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares text with a file in {@code src/test/golden}. To write the files anew, and then read the
 * difference: {@code mvn -pl fuzzer/report -am test -Dcrosstalk.golden=write}.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/golden");

  private Golden() {}

  static void check(String name, String text) {
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).matches("[ -~]*"));
    checkColoured(name, text);
  }

  static void checkColoured(String name, String text) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if ("write".equals(System.getProperty("crosstalk.golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
