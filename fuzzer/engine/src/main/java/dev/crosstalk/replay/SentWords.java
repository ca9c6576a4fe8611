package dev.crosstalk.replay;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.UserCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * In which words a command may come to the server. Where its caller gives null for an argument,
 * drivers that do not refuse it say nothing, an empty text, or "null".
 */
final class SentWords {

  private SentWords() {}

  /** At least one reading, each once. */
  static Set<List<String>> of(Command command) {
    if (!UserCode.givesNull(command)) {
      return Set.of(command.words());
    }
    List<String> given = UserCode.given(command);
    List<String> kept = given.stream().filter(Objects::nonNull).toList();
    var readings = new LinkedHashSet<List<String>>();
    // By an adapter that passes arguments on by itself, and takes the mark for a text.
    readings.add(command.words());
    readings.add(new Command(command.name(), kept).words());
    for (String instead : List.of("", "null")) {
      readings.add(new Command(command.name(), replaced(given, instead)).words());
    }
    return readings;
  }

  private static List<String> replaced(List<String> given, String instead) {
    return given.stream().map(argument -> argument == null ? instead : argument).toList();
  }
}
