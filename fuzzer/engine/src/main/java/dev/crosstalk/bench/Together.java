package dev.crosstalk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What several workers measured at the same time, as one: they do the sum of what each does. */
final class Together {

  private Together() {}

  /** The rates add up; one costs what it does on average. */
  static Speed speeds(List<Speed> each) {
    double perSecond = each.stream().mapToDouble(Speed::perSecond).sum();
    double cpu = each.stream().mapToDouble(speed -> speed.cpuMicros() * speed.perSecond()).sum();
    return new Speed(perSecond, perSecond <= 0 ? 0 : cpu / perSecond);
  }

  static RawLimit limits(List<RawLimit> each) {
    return new RawLimit(speeds(of(each, RawLimit::connect)), speeds(of(each, RawLimit::roundTrip)));
  }

  static CaseRow cases(List<CaseRow> each) {
    CaseRow one = each.getFirst();
    return new CaseRow(
        one.target(),
        one.world(),
        one.lanes(),
        speeds(of(each, CaseRow::speed)),
        sum(each, CaseRow::cases),
        sum(each, CaseRow::timeoutsExtra),
        sum(each, CaseRow::discarded),
        sum(each, CaseRow::violating),
        sum(each, CaseRow::lost));
  }

  static GrowthRow growth(List<GrowthRow> each) {
    GrowthRow one = each.getFirst();
    var points = new ArrayList<GrowthRow.Point>();
    for (int i = 0; i < one.points().size(); i++) {
      int at = i;
      points.add(
          new GrowthRow.Point(
              one.points().get(at).calls(), speeds(of(each, row -> row.points().get(at).speed()))));
    }
    return new GrowthRow(one.target(), one.world(), points);
  }

  private static <R, T> List<T> of(List<R> rows, Function<R, T> part) {
    return rows.stream().map(part).toList();
  }

  private static long sum(List<CaseRow> rows, ToLongFunction<CaseRow> part) {
    return rows.stream().mapToLong(part).sum();
  }
}
