package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws calls of scripts, for the reply types that no command has. What a script tells names the
 * call: by its key, or where it tells a number by one of the call's own; the key stands behind what
 * is told, too, so that every request names its call.
 */
final class ScriptDraw {
  private static final List<Script> ALL = List.of(Script.values());

  /** Beyond the integers by which a server names its executions. */
  private static final long FIRST_NUMBER = 7_000_000;

  private static final long NUMBERS_PER_LANE = 10_000;

  private ScriptDraw() {}

  /**
   * {@code EVAL text keys [key] [told ...] key}, or the same by the script's digest.
   *
   * @param name {@link Script#EVAL} or {@link Script#EVALSHA}
   */
  static Command of(Draw draw, String name, String key, Label label) {
    return of(draw.pick(ALL), name, key, label);
  }

  static Command of(Script script, String name, String key, Label label) {
    var words = new ArrayList<String>();
    words.add(name.equals(Script.EVAL) ? script.text() : script.digest());
    if (script == Script.GET) {
      words.addAll(List.of("1", key));
    } else {
      words.add("0");
      for (int i = 1; i <= script.argumentsMin(); i++) {
        words.add(told(script, i == 1 ? key : key + "'" + i, label));
      }
      words.add(key);
    }
    return new Command(name, words);
  }

  private static String told(Script script, String key, Label label) {
    long number = FIRST_NUMBER + (label.lane().letter() - 'A') * NUMBERS_PER_LANE + label.number();
    return switch (script) {
      case INTEGER -> String.valueOf(number);
      case DOUBLE -> number + ".5";
      case BIG_NUMBER -> number + "00000000000000000001";
      case BOOL -> number % 2 == 0 ? "t" : "f";
      case ERROR -> "ERR " + key;
      default -> key;
    };
  }
}
