package dev.crosstalk.report;

import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Variant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The drivers there are, and what each of their variants declares. */
public final class DriversTable {

  private DriversTable() {}

  /** A line for each variant, under a line for each driver. */
  public static String of(List<Declaration> drivers, Ink ink) {
    var table =
        new Table(
            List.of(
                Table.Column.text("driver"),
                Table.Column.text("use"),
                Table.Column.text("timeout"),
                Table.Column.text("can"),
                Table.Column.text("commands")));
    for (Declaration driver : drivers) {
      table.add(
          List.of(
              new Cell(driver.name() + " " + driver.version(), Tone.TITLE),
              new Cell(lower(driver.kind()), Tone.FAINT),
              Cell.EMPTY,
              Cell.EMPTY,
              Cell.EMPTY));
      driver.variants().forEach(variant -> table.add(row(driver, variant)));
    }
    return new Page(ink).table(table).text();
  }

  private static List<Cell> row(Declaration driver, Variant variant) {
    String use =
        String.join(
            ", ", lower(variant.session()), lower(variant.calling()), lower(variant.sharing()));
    return List.of(
        Cell.of(driver.name() + "/" + variant.name()),
        Cell.of(use),
        Cell.of(lower(variant.timeoutScope())),
        Cell.of(sorted(variant.capabilities())),
        Cell.of(String.join(", ", variant.commands().stream().sorted().toList())));
  }

  private static String sorted(Collection<? extends Enum<?>> capabilities) {
    return capabilities.isEmpty()
        ? "-"
        : capabilities.stream().map(DriversTable::lower).sorted().collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
