package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.List;

/** How scripts are run: which type to expect, the caller says, as he knows what he runs. */
final class Scripts {

  private Scripts() {}

  /** The type by which a script's reply is read. */
  static ScriptOutputType type(List<String> words) {
    return switch (script(words.get(0))) {
      case BULK, GET, NULL, VERBATIM, BIG_NUMBER -> ScriptOutputType.VALUE;
      case SIMPLE, ERROR -> ScriptOutputType.STATUS;
      case INTEGER -> ScriptOutputType.INTEGER;
      case BOOL -> ScriptOutputType.BOOLEAN;
      // There is no type for a double, and OBJECT fails on it: as MULTI it is a list of one.
      case DOUBLE, NESTED_ARRAY, ARRAY_WITH_ERROR, EMPTY_ARRAY -> ScriptOutputType.MULTI;
      case MAP, NESTED_MAP, MAP_WITH_ERROR, SET, EMPTY_MAP, EMPTY_SET -> ScriptOutputType.OBJECT;
    };
  }

  private static Script script(String textOrDigest) {
    return Script.ofText(textOrDigest).or(() -> Script.ofDigest(textOrDigest)).orElseThrow();
  }

  static String[] keys(List<String> words) {
    return words.subList(2, end(words)).toArray(String[]::new);
  }

  static String[] told(List<String> words) {
    return words.subList(end(words), words.size()).toArray(String[]::new);
  }

  private static int end(List<String> words) {
    return 2 + Integer.parseInt(words.get(1));
  }
}
