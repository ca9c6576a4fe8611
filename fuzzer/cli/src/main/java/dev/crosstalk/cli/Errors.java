package dev.crosstalk.cli;

import dev.crosstalk.scenario.ScenarioSyntaxException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said on stderr, and with which status the process ends, when something goes wrong. */
final class Errors {
  private final Console console;

  Errors(Console console) {
    this.console = console;
  }

  /** The command line cannot be read. */
  int wrongArguments(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String accepted =
        wrong instanceof UnmatchedArgumentException || !command.getSubcommands().isEmpty()
            ? "; " + accepted(command)
            : "";
    usage(wrong.getMessage() + accepted);
    console.tell(
        "more: ./crosstalk help" + (isRoot(command) ? "" : " " + command.getCommandName()));
    return ExitStatus.USAGE.code();
  }

  /** A command threw. */
  int failed(Throwable thrown) {
    if (thrown instanceof UsageException || thrown instanceof ScenarioSyntaxException) {
      usage(thrown.getMessage());
      return ExitStatus.USAGE.code();
    }
    console.tell("a defect of Crosstalk's own, which says nothing about a driver: " + thrown);
    console.tell(Traces.of(thrown));
    return ExitStatus.DEFECT.code();
  }

  /** What the user typed, or wrote into a file, may hold anything. */
  private void usage(String message) {
    console.tell(message.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " "));
  }

  private static String accepted(CommandLine command) {
    if (!command.getSubcommands().isEmpty()) {
      return "the commands are " + String.join(", ", command.getSubcommands().keySet());
    }
    List<String> options =
        command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
    return command.getCommandName() + " takes " + String.join(", ", options);
  }

  private static boolean isRoot(CommandLine command) {
    return command.getParent() == null;
  }
}
