package dev.crosstalk.cli;

import dev.crosstalk.campaign.Budget;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a campaign may spend: {@code --budget 30s} or {@code --cases 500}. */
final class Budgets {
  static final Duration DEFAULT = Duration.ofSeconds(60);

  private static final Duration MAX = Duration.ofDays(7);
  private static final long CASES_MAX = 1_000_000_000_000L;
  private static final Pattern TIME = Pattern.compile("([0-9]{1,12})(ms|s|m)");
  private static final String ACCEPTED =
      "it takes a whole number and ms, s or m, as in 500ms, 30s, 5m; from 1ms to "
          + MAX.toMinutes()
          + "m";

  private Budgets() {}

  /**
   * The budget by at most one of two options.
   *
   * @throws UsageException when both are there, or one is malformed
   */
  static Budget of(Optional<String> time, Optional<String> cases) {
    if (time.isPresent() && cases.isPresent()) {
      throw new UsageException(
          "--budget, --cases",
          "there are both",
          "a campaign ends by time or by cases: give one of them");
    }
    if (cases.isPresent()) {
      return new Budget.Cases(Numbers.parse("--cases", cases.get(), 1, CASES_MAX));
    }
    return new Budget.Time(time.map(Budgets::duration).orElse(DEFAULT));
  }

  private static Duration duration(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException("--budget", "'" + text + "' is no duration", ACCEPTED);
    }
    long number = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          default -> Duration.ofMinutes(number);
        };
    if (duration.isZero() || duration.compareTo(MAX) > 0) {
      throw new UsageException("--budget", text + " is out of range", ACCEPTED);
    }
    return duration;
  }

  /** {@code 60 s in all}, {@code 500 cases of each target}. */
  static String shown(Budget budget) {
    return switch (budget) {
      case Budget.Time(Duration duration) -> {
        long millis = duration.toMillis();
        yield (millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms") + " in all";
      }
      case Budget.All _ -> "every case of each";
      case Budget.Cases(long cases) -> cases + (cases == 1 ? " case" : " cases") + " of each";
    };
  }
}
