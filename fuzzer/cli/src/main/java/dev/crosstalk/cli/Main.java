package dev.crosstalk.cli;

import dev.crosstalk.drivers.DriverLogs;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the process starts. Finds the command, runs it, and exits with what it says. */
@Command(
    name = "crosstalk",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = HelpCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Finds Redis drivers that give the reply to one request to the caller of another.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing found",
      "1:findings",
      "2:wrong usage",
      "3:inconclusive: nothing that could be judged, or that repeats",
      "70:a defect of Crosstalk's own",
      "130:interrupted; what was found by then is saved"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  Main() {}

  public static void main(String[] arguments) {
    DriverLogs.silence();
    int status = run(Console.ofProcess(), Home.ofProcess(), arguments);
    System.out.flush();
    // A driver's own threads may live on.
    System.exit(status);
  }

  /** Runs one command line to its end. */
  static int run(Console console, Home home, String... arguments) {
    var errors = new Errors(console);
    try {
      return new CommandLine(new Main())
          .addSubcommand(new FuzzCommand(console, home))
          .addSubcommand(new ExhaustCommand(console, home))
          .addSubcommand(new ReplayCommand(console, home))
          .addSubcommand(new DriversCommand(console, home))
          .addSubcommand(new BenchCommand(console, home))
          .setOut(new PrintWriter(console.out(), true))
          .setErr(new PrintWriter(console.err(), true))
          .setExpandAtFiles(false)
          .setParameterExceptionHandler((wrong, args) -> errors.wrongArguments(wrong))
          .setExecutionExceptionHandler((thrown, command, parsed) -> errors.failed(thrown))
          .execute(arguments);
    } catch (Error ours) {
      return errors.failed(ours);
    }
  }

  /** Without a command. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
