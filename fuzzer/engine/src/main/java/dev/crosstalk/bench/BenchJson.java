package dev.crosstalk.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** A report as JSON: {@link #FORMAT} first, then its fields, times with their unit in the name. */
public final class BenchJson {
  /** The first field; its number is that of the format. */
  static final String FORMAT = "crosstalk-bench";

  private static final int VERSION = 1;

  private BenchJson() {}

  /** The text of a report, a line for each row; lines end with LF. */
  public static String write(BenchReport report) {
    var root = new LinkedHashMap<String, Object>();
    root.put(FORMAT, VERSION);
    root.put("machine", machine(report.machine()));
    root.put("workers", report.workers());
    root.put("warmUpMillis", report.warmUp().toMillis());
    root.put("measuredMillis", report.measured().toMillis());
    root.put("rawConnect", speed(report.raw().connect()));
    root.put("rawRoundTrip", speed(report.raw().roundTrip()));
    root.put("cases", report.cases().stream().map(BenchJson::row).toList());
    root.put("growth", report.growth().stream().map(BenchJson::row).toList());
    root.put("shrink", report.shrink().stream().map(BenchJson::row).toList());
    return JsonText.of(root);
  }

  private static Map<String, Object> machine(Machine machine) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("date", machine.date());
    fields.put("cores", machine.cores());
    fields.put("cpu", machine.cpu());
    fields.put("memoryMebibytes", machine.memoryMebibytes());
    fields.put("heapMebibytes", machine.heapMebibytes());
    fields.put("kernel", machine.kernel());
    fields.put("jdk", machine.jdk());
    fields.put("jvmOptions", machine.jvmOptions());
    fields.put("loadBefore", machine.loadBefore());
    fields.put("loadAfter", machine.loadAfter());
    return fields;
  }

  private static Map<String, Object> row(CaseRow row) {
    var fields = where(row.target(), row.world());
    fields.put("lanes", row.lanes());
    fields.put("speed", speed(row.speed()));
    fields.put("cases", row.cases());
    fields.put("timeoutsExtra", row.timeoutsExtra());
    fields.put("discarded", row.discarded());
    fields.put("violating", row.violating());
    fields.put("lost", row.lost());
    return fields;
  }

  private static Map<String, Object> row(GrowthRow row) {
    var fields = where(row.target(), row.world());
    fields.put("points", row.points().stream().map(BenchJson::point).toList());
    return fields;
  }

  private static Map<String, Object> point(GrowthRow.Point point) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("calls", point.calls());
    fields.put("speed", speed(point.speed()));
    return fields;
  }

  private static Map<String, Object> row(ShrinkRow row) {
    var fields = where(row.target(), row.world());
    fields.put("stepsBefore", row.stepsBefore());
    fields.put("stepsAfter", row.stepsAfter());
    fields.put("replays", row.replays());
    fields.put("millis", rounded(row.millis()));
    fields.put("times", row.times());
    return fields;
  }

  private static Map<String, Object> where(String target, String world) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("target", target);
    fields.put("world", world);
    return fields;
  }

  private static Map<String, Object> speed(Speed speed) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("perSecond", rounded(speed.perSecond()));
    fields.put("cpuMicros", rounded(speed.cpuMicros()));
    return fields;
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
