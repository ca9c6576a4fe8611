package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TwoProcessesTest {
  private static final long SEED = 20_150_810;
  private static final int CASES = 200;

  /** The other one has another language, and gives every object the same identity hash. */
  @Test
  void twoProcessesGrowTheSameScenariosFromTheSameSeed() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2",
                "-Duser.language=tr",
                "-cp",
                System.getProperty("java.class.path"),
                Cases.class.getName(),
                String.valueOf(SEED),
                String.valueOf(CASES))
            .redirectError(Redirect.INHERIT)
            .start();
    byte[] printed = other.getInputStream().readAllBytes();

    assertThat(other.waitFor()).isZero();
    assertThat(new String(printed, StandardCharsets.UTF_8)).isEqualTo(Cases.text(SEED, CASES));
  }
}
