package dev.crosstalk.cli;

import dev.crosstalk.campaign.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a campaign is, on stderr: one line that is overwritten on a terminal; elsewhere a line
 * now and then, and one at the end of each target. Its owner calls from one thread at a time.
 */
final class ProgressLine {
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);
  private static final int WIDTH_MAX = 79;

  /** Back to the line's start, and erase it (ECMA-48, EL). */
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean live;
  private Optional<Progress> latest = Optional.empty();
  private Duration printedAt = Duration.ZERO;
  private boolean latestPrinted = true;

  ProgressLine(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  void show(Progress progress) {
    if (latest.isPresent() && !latest.get().target().equals(progress.target())) {
      finish();
      printedAt = Duration.ZERO;
    }
    latest = Optional.of(progress);
    latestPrinted = false;
    if (live) {
      draw();
    } else if (progress.elapsed().minus(printedAt).compareTo(PLAIN_INTERVAL) >= 0) {
      printedAt = progress.elapsed();
      finish();
    }
  }

  /** Prints a line of another kind, and the progress after it again. */
  void say(String line) {
    if (live && latest.isPresent()) {
      out.print(ERASE);
    }
    out.println(line);
    if (live && latest.isPresent() && !latestPrinted) {
      draw();
    }
    out.flush();
  }

  /** Leaves the latest progress behind as a line. */
  void finish() {
    if (!latestPrinted) {
      out.println((live ? ERASE : "") + text(latest.orElseThrow()));
      out.flush();
      latestPrinted = true;
    }
  }

  private void draw() {
    String text = text(latest.orElseThrow());
    out.print(ERASE + text.substring(0, Math.min(text.length(), WIDTH_MAX)));
    out.flush();
  }

  /** {@code jedis/raw: 1200 cases, 400/s, 0 findings, 37 timeouts, 3 s}. */
  static String text(Progress progress) {
    return String.format(
        Locale.ROOT,
        "%s: %d cases, %.0f/s, %d findings, %d timeouts, %d s",
        progress.target(),
        progress.cases(),
        progress.rate(),
        progress.findings(),
        progress.timeouts(),
        progress.elapsed().toSeconds());
  }
}
