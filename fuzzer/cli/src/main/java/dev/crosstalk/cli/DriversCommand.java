package dev.crosstalk.cli;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.report.DriversTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drivers}: lists what can be fuzzed. */
@Command(name = "drivers", description = "Lists the drivers there are, with their variants.")
final class DriversCommand implements Callable<Integer> {
  private final Console console;
  private final Home home;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "prints this")
  private boolean help;

  DriversCommand(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    console
        .out()
        .print(
            DriversTable.of(
                home.drivers(console).stream().map(LoadedDriver::declaration).toList(),
                console.terminal().ink()));
    console.out().flush();
    return ExitStatus.CLEAN.code();
  }
}
