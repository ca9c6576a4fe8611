package dev.crosstalk.report;

import dev.crosstalk.campaign.Coverage;
import dev.crosstalk.campaign.Coverage.Feature;
import dev.crosstalk.campaign.Coverage.Moment;
import dev.crosstalk.campaign.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What met in a campaign: what happened, by what it happened to and by how far that was. */
public final class CoverageTable {
  private static final double THOUSAND = 1_000;

  private CoverageTable() {}

  /** One line: how many pairs met, and where to see which. */
  public static String line(Coverage coverage) {
    long pairs =
        coverage.reached().stream()
            .map(cell -> List.of(cell.fault(), cell.feature()))
            .distinct()
            .count();
    return "coverage: %d of %d pairs of what happened and what was asked, %d with their moment; --coverage shows them"
        .formatted(
            pairs, Fault.values().length * Feature.values().length, coverage.reached().size());
  }

  /** Both tables, numbers in 100,000 cases. */
  public static String of(Coverage coverage, Ink ink) {
    return new Page(ink)
            .line("What met, times in 100,000 cases; - is never.", Tone.TITLE)
            .table(
                table(
                    Arrays.asList(Feature.values()),
                    CoverageTable::title,
                    fault -> feature -> coverage.per100k(fault, feature)))
            .text()
        + "\n"
        + new Page(ink)
            .table(
                table(
                    Arrays.asList(Moment.values()),
                    moment -> words(moment.name()),
                    fault -> moment -> coverage.per100k(fault, moment)))
            .text();
  }

  private static <T> Table table(
      List<T> across, Function<T, String> title, Function<Fault, Function<T, Double>> number) {
    var columns = new ArrayList<Table.Column>();
    columns.add(Table.Column.name("what happened"));
    across.forEach(each -> columns.add(Table.Column.number(title.apply(each))));
    var table = new Table(columns);
    for (Fault fault : Fault.values()) {
      var row = new ArrayList<Cell>();
      row.add(Cell.of(words(fault.name())));
      across.forEach(each -> row.add(Cell.of(shown(number.apply(fault).apply(each)))));
      table.add(row);
    }
    return table;
  }

  private static String title(Feature feature) {
    return switch (feature) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case LIST -> "list";
      case SUBSCRIPTION -> "subscription";
      case MAP -> "map";
      case SET_OR_OTHER -> "other";
      case NULL -> "null";
      case ERROR -> "error";
      case UNANSWERED -> "unsent";
      case IN_BLOCK -> "block";
      case AMONG_OTHERS -> "others";
      case USER_CODE -> "codec";
      case NO_CALL -> "idle";
    };
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String shown(double number) {
    if (number == 0) {
      return "-";
    }
    return number < THOUSAND
        ? String.valueOf(Math.max(1, Math.round(number)))
        : Math.round(number / THOUSAND) + "k";
  }
}
