package dev.crosstalk.spi;

import java.util.ArrayList;
import java.util.Collections;
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
    if (!isName(name)) {
      throw new IllegalArgumentException("command name '" + name + "' is not upper-case words");
    }
    arguments = List.copyOf(arguments);
  }

  public static Command of(String name, String... arguments) {
    return new Command(name, List.of(arguments));
  }

  /** The words as they go over the wire: the name's one or two, then the arguments. */
  public List<String> words() {
    int blank = name.indexOf(' ');
    var words = new ArrayList<String>(arguments.size() + 2);
    words.add(blank < 0 ? name : name.substring(0, blank));
    if (blank >= 0) {
      words.add(name.substring(blank + 1));
    }
    words.addAll(arguments);
    return Collections.unmodifiableList(words);
  }

  /** One or two words of capital letters with one blank between them. */
  private static boolean isName(String name) {
    int blank = -1;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ' ' && blank < 0) {
        blank = i;
      } else if (c < 'A' || c > 'Z') {
        return false;
      }
    }
    return blank != 0 && blank != name.length() - 1;
  }
}
