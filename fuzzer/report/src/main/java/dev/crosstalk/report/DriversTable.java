package dev.crosstalk.report;

import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Sharing;
import dev.crosstalk.spi.TimeoutScope;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.WorldKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The drivers there are, and what each of their variants declares. */
public final class DriversTable {

  private DriversTable() {}

  /** For each driver a block for each of its variants, which starts with the name to call it by. */
  public static String of(List<Declaration> drivers, Ink ink) {
    var page = new Page(ink);
    for (Declaration driver : drivers) {
      for (Variant variant : driver.variants()) {
        page.paragraph(driver.name() + "/" + variant.name(), Tone.TITLE)
            .field(
                "version",
                driver.version() + ", " + lower(driver.kind()) + others(driver),
                Tone.PLAIN)
            .field("use", use(variant), Tone.PLAIN)
            .field("timeout", scope(variant.timeoutScope()), Tone.PLAIN)
            .field("can", sorted(variant.capabilities()), Tone.PLAIN)
            .field("worlds", worlds(variant), Tone.PLAIN)
            .field(
                "commands",
                variant.commands().stream().sorted().collect(Collectors.joining(", ")),
                Tone.PLAIN);
      }
    }
    return page.text();
  }

  private static String others(Declaration driver) {
    return driver
        .released()
        .map(released -> "; others: " + released.versions() + " of " + released.artifact())
        .orElse("");
  }

  private static String use(Variant variant) {
    String sharing =
        switch (variant.sharing()) {
          case Sharing.LANE -> "a session for each lane";
          case Sharing.SHARED -> "one session for all lanes";
        };
    return lower(variant.calling()) + ", " + lower(variant.session()) + ", " + sharing;
  }

  private static String scope(TimeoutScope scope) {
    return switch (scope) {
      case PER_CALL -> "bounds the call";
      case PER_READ -> "bounds each read";
    };
  }

  /** The best first. */
  private static String worlds(Variant variant) {
    return Arrays.stream(WorldKind.values())
        .filter(variant::runsIn)
        .map(WorldKind::label)
        .collect(Collectors.joining(", "));
  }

  private static String sorted(Collection<? extends Enum<?>> capabilities) {
    return capabilities.isEmpty()
        ? "nothing more"
        : capabilities.stream().map(DriversTable::lower).sorted().collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
