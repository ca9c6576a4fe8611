package dev.crosstalk.report;

import dev.crosstalk.campaign.ScheduleSweep;
import dev.crosstalk.spi.WorldKind;
import java.util.List;
import java.util.stream.Collectors;

/** One scenario under many schedules: how many interleavings, and which of them break something. */
public final class SweepScreen {
  private static final int SEEDS_MAX = 10;

  private SweepScreen() {}

  public static String of(String target, WorldKind world, ScheduleSweep.Result swept, Ink ink) {
    String shown =
        swept
            .telling()
            .map(run -> HistoryScreen.of(run.history(), run.violations(), ink) + "\n")
            .orElse("");
    return shown
        + new Page(ink)
            .line(
                "%s, %s: %s, %d distinct, %s"
                    .formatted(
                        target,
                        world.label(),
                        FindingScreen.counted(swept.schedules(), "schedule"),
                        swept.distinct(),
                        violating(swept.violating())),
                swept.violating().isEmpty() ? Tone.TITLE : Tone.WRONG)
            .text();
  }

  private static String violating(List<Integer> seeds) {
    if (seeds.isEmpty()) {
      return "none violates";
    }
    return seeds.size()
        + " violate: schedule="
        + seeds.stream().limit(SEEDS_MAX).map(String::valueOf).collect(Collectors.joining(", "))
        + (seeds.size() > SEEDS_MAX ? ", ..." : "");
  }
}
