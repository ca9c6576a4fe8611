package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String ERASE = "\r\u001b[K";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void overwritesOneLineOnATerminal() {
    var line = new ProgressLine(out, true);
    line.show(progress("a/x", 100, 1));
    line.show(progress("a/x", 200, 2));
    line.finish();

    assertThat(printed())
        .isEqualTo(
            ERASE
                + "a/x: 100 cases, 100/s, 0 findings, 3 timeouts, 1 s"
                + ERASE
                + "a/x: 200 cases, 100/s, 0 findings, 3 timeouts, 2 s"
                + ERASE
                + "a/x: 200 cases, 100/s, 0 findings, 3 timeouts, 2 s\n");
  }

  @Test
  void makesRoomForOtherLinesOnATerminal() {
    var line = new ProgressLine(out, true);
    line.say("first");
    line.show(progress("a/x", 1, 1));
    line.say("finding");

    String progress = ERASE + "a/x: 1 cases, 1/s, 0 findings, 3 timeouts, 1 s";
    assertThat(printed()).isEqualTo("first\n" + progress + ERASE + "finding\n" + progress);
  }

  @Test
  void neverWrapsOnATerminal() {
    var line = new ProgressLine(out, true);
    line.show(progress("driver/" + "x".repeat(200), 1, 1));

    assertThat(printed()).hasSize(ERASE.length() + 79);
  }

  @Test
  void printsALineNowAndThenElsewhere() {
    var line = new ProgressLine(out, false);
    for (int second = 1; second <= 25; second++) {
      line.show(progress("a/x", second, second));
    }
    line.finish();
    line.finish();

    assertThat(printed().lines())
        .extracting(l -> l.replaceAll(".*timeouts, ", ""))
        .containsExactly("10 s", "20 s", "25 s");
  }

  @Test
  void printsTheEndOfEachTargetElsewhere() {
    var line = new ProgressLine(out, false);
    line.show(progress("a/x", 5, 1));
    line.show(progress("b/y", 6, 1));
    line.say("finding");
    line.show(progress("b/y", 7, 2));
    line.finish();

    assertThat(printed().lines())
        .extracting(l -> l.replaceAll(",.*", ""))
        .containsExactly("a/x: 5 cases", "finding", "b/y: 7 cases");
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static Progress progress(String target, long cases, int seconds) {
    return new Progress(
        target, Optional.empty(), cases, 0, 3, 0, 0, 0, 0, 0, 0, 0, Duration.ofSeconds(seconds));
  }
}
