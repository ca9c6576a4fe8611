package dev.crosstalk.scenario;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes durations as {@code 250ms}, {@code 60s}, {@code 5m}. */
final class DurationText {
  private static final Pattern SHAPE = Pattern.compile("(0|[1-9][0-9]{0,12})(m|s|ms|us|ns)");

  /** Largest first; a duration is written in the first that loses nothing. */
  private static final List<Unit> UNITS =
      List.of(
          new Unit("m", Duration.ofMinutes(1)),
          new Unit("s", Duration.ofSeconds(1)),
          new Unit("ms", Duration.ofMillis(1)),
          new Unit("us", Duration.ofNanos(1_000)),
          new Unit("ns", Duration.ofNanos(1)));

  private record Unit(String name, Duration length) {

    /** One minute is written {@code 60s}, as people write timeouts; minutes start at two. */
    boolean suits(Duration duration) {
      return duration.toNanos() % length.toNanos() == 0
          && (!name.equals("m") || duration.toMinutes() >= 2);
    }
  }

  private DurationText() {}

  /** Reads a duration; {@code what} names it in the error. */
  static Duration read(Place place, String text, String what, Duration min) {
    Matcher parts = SHAPE.matcher(text);
    if (parts.matches()) {
      Duration duration = unit(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1)));
      if (duration.compareTo(min) >= 0 && duration.compareTo(ScenarioSettings.DURATION_MAX) <= 0) {
        return duration;
      }
    }
    throw place.wrong(
        what + " is " + WordText.shown(text),
        "it is from "
            + of(min)
            + " to "
            + of(ScenarioSettings.DURATION_MAX)
            + ", a whole number and one of m, s, ms, us, ns, as in 250ms, 60s, 5m");
  }

  static String of(Duration duration) {
    Unit suited = UNITS.stream().filter(unit -> unit.suits(duration)).findFirst().orElseThrow();
    return duration.dividedBy(suited.length()) + suited.name();
  }

  private static Duration unit(String name) {
    return UNITS.stream()
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow()
        .length();
  }
}
