package dev.crosstalk.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * One command as a caller states it.
 *
 * @param name upper case; a container command carries its subcommand after one blank, as in {@code
 *     CLIENT TRACKING}
 * @param arguments what follows the name, in order; may be empty; text is sent as UTF-8
 */
public record Command(String name, List<String> arguments) {

  public Command {
    if (!name.matches("[A-Z]+( [A-Z]+)?")) {
      throw new IllegalArgumentException("command name '" + name + "' is not upper-case words");
    }
    arguments = List.copyOf(arguments);
  }

  public static Command of(String name, String... arguments) {
    return new Command(name, List.of(arguments));
  }

  /** The words as they go over the wire: the name's one or two, then the arguments. */
  public List<String> words() {
    var words = new ArrayList<>(List.of(name.split(" ")));
    words.addAll(arguments);
    return List.copyOf(words);
  }
}
