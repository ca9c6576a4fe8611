package dev.crosstalk.generate;

import dev.crosstalk.resp.KeyMark;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Draws commands whose key names the call, so that no two calls of a scenario ask the same, but
 * where the same is to be asked again of a cache. Some keys, and with them the values that carry
 * them, are full of bytes that look like RESP.
 */
final class CommandDraw {
  /** After a key: what a driver that has lost its place would take for a reply. */
  private static final List<String> LOOKALIKES =
      List.of(
          ">",
          "\r\n",
          "\r\n+OK\r\n",
          "\r\n$1\r\n1\r\n",
          "\r\n:1\r\n",
          "$-1\r\n",
          "*1\r\n",
          "%1\r\n",
          "~1\r\n",
          ">2\r\n",
          "#t\r\n",
          "_\r\n",
          ",1.5\r\n",
          "(1\r\n",
          "=7\r\ntxt:a\r\n",
          "-ERR a\r\n",
          "!5\r\nERR a\r\n",
          "|1\r\n+a\r\n+b\r\n");

  /** A key that lanes watch and change; of which call an execution is, shows in the value. */
  private static final String WATCHED = "watched";

  /** The whole list, its first element, none of it. */
  private static final List<List<String>> RANGES =
      List.of(List.of("0", "-1"), List.of("0", "-1"), List.of("0", "0"), List.of("5", "9"));

  /** Reads whose replies a cache may keep. */
  private static final Set<String> CACHED =
      Set.of(
          "GET",
          "MGET",
          "STRLEN",
          "EXISTS",
          "TYPE",
          "LRANGE",
          "LLEN",
          "HGET",
          "HGETALL",
          "SMEMBERS",
          "ZSCORE",
          "ZRANGE");

  private static final Set<String> DECODED =
      Set.of("GET", "MGET", "LRANGE", "HGET", "HGETALL", "SMEMBERS", "ZRANGE", "ECHO");

  /** Those whose key holds several values. */
  private static final Set<String> SEVERAL = Set.of("LRANGE", "HGETALL", "SMEMBERS", "ZRANGE");

  private CommandDraw() {}

  /** A command that the variant has, for a call of that label. */
  static Command any(Draw draw, Vocabulary vocabulary, Label label) {
    if (vocabulary.selects() && draw.percent(5)) {
      return select(draw);
    }
    List<String> names = vocabulary.started();
    String name =
        names.isEmpty() || (names.contains("GET") && draw.percent(40)) ? "GET" : draw.pick(names);
    if (name.equals("SET") && vocabulary.watches() && draw.percent(25)) {
      return touch(label);
    }
    if (vocabulary.caches() && CACHED.contains(name) && draw.percent(40)) {
      // In words that other calls have, too: only then is there anything in a cache for it.
      return of(draw, name, sharedKey(draw), label);
    }
    return of(draw, name, key(draw, name, label), label);
  }

  /** A key that calls have in common, where there is a cache. */
  static String sharedKey(Draw draw) {
    return "c" + draw.between(1, 2);
  }

  /**
   * The same, but the user's encoder fails on one of its arguments. There must be one {@link
   * #keyed}.
   */
  static Command failing(Draw draw, Vocabulary vocabulary, Label label) {
    return marked(draw, vocabulary, label, UserCode.ENCODE_FAILS);
  }

  /** The same, but one of its arguments is null. There must be one {@link #keyed}. */
  static Command withNull(Draw draw, Vocabulary vocabulary, Label label) {
    return marked(draw, vocabulary, label, UserCode.NULL);
  }

  private static Command marked(Draw draw, Vocabulary vocabulary, Label label, String mark) {
    String name = draw.pick(keyed(vocabulary));
    Command command = of(draw, name, key(draw, name, label), label);
    int failing = draw.pick(textArguments(command));
    var arguments = new ArrayList<>(command.arguments());
    arguments.set(failing, arguments.get(failing) + mark);
    return new Command(command.name(), arguments);
  }

  /** What a driver that has lost its place would take for a reply. */
  static String lookalike(Draw draw) {
    return draw.pick(LOOKALIKES);
  }

  /**
   * The same, but the user's decoder fails on what the key's value is, or one of its elements.
   * There must be one {@link #decoded}.
   */
  static Command undecodable(Draw draw, Vocabulary vocabulary, Label label) {
    String name = draw.pick(decoded(vocabulary));
    Command command = of(draw, name, "k" + label, label);
    int failing = name.equals("MGET") ? draw.below(2) : 0;
    var arguments = new ArrayList<>(command.arguments());
    String mark = draw.percent(50) ? UserCode.DECODE_FAILS : UserCode.DECODE_FAILS_UNREAD;
    if (SEVERAL.contains(name) && draw.percent(60)) {
      mark = UserCode.at(mark, draw.between(2, 3));
    }
    arguments.set(failing, arguments.get(failing) + mark);
    return new Command(command.name(), arguments);
  }

  /** The commands whose replies carry their key, for a decoder to fail on; may be empty. */
  static List<String> decoded(Vocabulary vocabulary) {
    List<String> decoded = vocabulary.started();
    decoded.retainAll(DECODED);
    return decoded;
  }

  /** One of a few databases, so that the configured one is among them. */
  static Command select(Draw draw) {
    return Command.of(Vocabulary.SELECT, String.valueOf(draw.below(4)));
  }

  /** Of a key of the call's own, and mostly of the one that lanes change, too. */
  static Command watch(Draw draw, Label label) {
    return draw.percent(25)
        ? Command.of(Vocabulary.WATCH, "k" + label)
        : Command.of(Vocabulary.WATCH, WATCHED, "k" + label);
  }

  /** A write to that key; which call's it is, the value tells. */
  static Command touch(Label label) {
    return Command.of("SET", WATCHED, "vk" + label);
  }

  /** The commands that have an argument for an encoder to fail on; may be empty. */
  static List<String> keyed(Vocabulary vocabulary) {
    List<String> keyed = vocabulary.started();
    keyed.removeAll(List.of("PING", Vocabulary.ATTRIBUTES));
    return keyed;
  }

  private static String key(Draw draw, String name, Label label) {
    String key = "k" + label + mark(draw, name);
    return draw.percent(25) ? key + draw.pick(LOOKALIKES) : key;
  }

  /** What the server is asked for now and then: nothing, little, or much. */
  private static String mark(Draw draw, String name) {
    int percentile = draw.below(100);
    if (percentile < 8) {
      return KeyMark.NIL.text();
    }
    if (percentile < 13) {
      return KeyMark.EMPTY.text();
    }
    if (percentile < 21) {
      return KeyMark.CRLF.text();
    }
    return percentile < 22 && name.equals("GET") ? KeyMark.BIG.text() : "";
  }

  /** Which of a command's arguments pass through a user's encoder, and may be any text. */
  private static List<Integer> textArguments(Command command) {
    int count = command.arguments().size();
    return switch (command.name()) {
      case "LRANGE", "ZRANGE", "BLPOP", "BRPOP" -> List.of(0);
      case Script.EVAL, Script.EVALSHA -> List.of(count - 1);
      default -> IntStream.range(0, count).boxed().toList();
    };
  }

  static Command of(Draw draw, String name, String key, Label label) {
    return switch (name) {
      case "SET" -> Command.of("SET", key, "v" + key);
      case "MGET" -> Command.of("MGET", key, key + "'");
      case "LRANGE" -> {
        List<String> range = draw.pick(RANGES);
        yield Command.of("LRANGE", key, range.get(0), range.get(1));
      }
      case "BLPOP", "BRPOP" -> Command.of(name, key, "1");
      case "HGET" -> Command.of("HGET", key, "f1");
      case "ZSCORE" -> Command.of("ZSCORE", key, "m");
      case "ZRANGE" -> Command.of("ZRANGE", key, "0", "-1", "WITHSCORES");
      case "PING" -> Command.of("PING");
      case Script.EVAL, Script.EVALSHA -> ScriptDraw.of(draw, name, key, label);
      case Vocabulary.ATTRIBUTES -> Command.of(name, "ATTRIB");
      default -> Command.of(name, key);
    };
  }
}
