package dev.crosstalk.scenario;

import dev.crosstalk.spi.Command;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads and writes a command as {@code SET k2 "two words"}: its name, of two words where the first
 * is a container's, then its arguments.
 */
final class CommandText {

  /**
   * Commands that do nothing by themselves and always take a subcommand (Redis, "Command arguments
   * and subcommands"). COMMAND is none of them: it stands alone, too.
   */
  static final Set<String> CONTAINERS =
      Set.of(
          "ACL",
          "CLIENT",
          "CLUSTER",
          "CONFIG",
          "DEBUG",
          "FUNCTION",
          "LATENCY",
          "MEMORY",
          "MODULE",
          "OBJECT",
          "PUBSUB",
          "SCRIPT",
          "SLOWLOG",
          "XGROUP",
          "XINFO");

  private CommandText() {}

  static Command read(Words words) {
    String first = words.bare();
    String name = CONTAINERS.contains(first) && !words.atEnd() ? first + " " + words.bare() : first;
    if (!words.commandNames().contains(name)) {
      throw words.wrong(
          "unknown command " + WordText.shown(name),
          "a command is one of " + String.join(", ", new TreeSet<>(words.commandNames())));
    }
    var arguments = new ArrayList<String>();
    while (words.ahead(0, token -> token.kind() != Token.Kind.COMMA)) {
      arguments.add(words.take().text());
    }
    return new Command(name, arguments);
  }

  /**
   * The opposite of reading.
   *
   * @throws IllegalArgumentException when the name would not be read back
   */
  static String write(Command command) {
    requireContainer(command.name());
    var text = new StringBuilder(command.name());
    for (String argument : command.arguments()) {
      text.append(' ').append(WordText.of(argument));
    }
    return text.toString();
  }

  /** Refuses a name that {@link #read} would take apart in another way. */
  static void requireReadable(String name) {
    requireContainer(Command.of(name).name());
  }

  private static void requireContainer(String name) {
    int blank = name.indexOf(' ');
    if (CONTAINERS.contains(blank < 0 ? name : name.substring(0, blank)) != (blank >= 0)) {
      throw new IllegalArgumentException(
          "command name '"
              + name
              + "' cannot be read back; exactly these take a subcommand: "
              + new TreeSet<>(CONTAINERS));
    }
  }
}
