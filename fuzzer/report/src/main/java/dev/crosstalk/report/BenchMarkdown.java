package dev.crosstalk.report;

import dev.crosstalk.bench.BenchReport;
import dev.crosstalk.bench.Machine;
import java.util.List;

/** What a bench measured and on what, as a Markdown file to keep. */
public final class BenchMarkdown {
  private static final String CASE =
      """
      A case on one lane is ten GETs, of which one times out and one's reply is torn, with the
      reconnects that this takes; on more lanes each has four GETs, interleaved, of which one in all
      times out. With each goes what a campaign does besides: a scenario is generated, the case is
      replayed with its healing, and judged. us CPU is processor time of the worker processes,
      garbage collection included, the JIT compilers left out;
      """;

  private BenchMarkdown() {}

  /** The text; lines end with LF. */
  public static String of(BenchReport report) {
    var text = new StringBuilder("# How fast cases run\n\n");
    machine(report).forEach(line -> text.append("* ").append(line).append('\n'));
    text.append('\n').append(BenchGrids.raw(report.raw()).markdown());
    text.append('\n').append(CASE).append(BenchGrids.RATIOS).append('\n');
    text.append('\n').append(BenchGrids.cases(report).markdown());
    BenchGrids.growth(report.growth())
        .ifPresent(
            grid ->
                text.append('\n').append(BenchGrids.GROWTH).append("\n\n").append(grid.markdown()));
    report
        .shrink()
        .ifPresent(row -> text.append('\n').append(BenchGrids.shrink(row)).append(".\n"));
    List<String> remarks = BenchGrids.remarks(report.cases());
    text.append(remarks.isEmpty() ? "" : "\n");
    remarks.forEach(remark -> text.append("* ").append(remark).append('\n'));
    return text.toString();
  }

  private static List<String> machine(BenchReport report) {
    Machine machine = report.machine();
    return List.of(
        machine.date()
            + "; "
            + report.warmUp().toSeconds()
            + " s of warm-up and "
            + report.measured().toSeconds()
            + " s measured for each row, medians of slices",
        "worker processes at the same time, a processor for each: " + report.workers(),
        FindingScreen.counted(machine.cores(), "core") + ", " + machine.cpu(),
        machine.memoryMebibytes() + " MiB of memory, heap at most " + machine.heapMebibytes(),
        machine.kernel(),
        machine.jdk(),
        "JVM options: `" + String.join(" ", machine.jvmOptions()) + "`",
        "load average " + machine.loadBefore() + " before, " + machine.loadAfter() + " after");
  }
}
