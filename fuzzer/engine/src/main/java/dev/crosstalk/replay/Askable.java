package dev.crosstalk.replay;

import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import java.util.List;
import java.util.Optional;

/**
 * Which arguments a lane may give a command: those that every adapter's typed API takes. Anything
 * else, a driver would be asked in its own way or not at all, and judged for that.
 */
final class Askable {

  private Askable() {}

  /** Why a command cannot be started as it stands; empty when it can. */
  static Optional<String> objection(Command command) {
    List<String> arguments = command.arguments();
    int count = arguments.size();
    boolean fits =
        switch (command.name()) {
          case "GET", "STRLEN", "INCR", "LLEN", "HGETALL", "SMEMBERS", "TYPE", "ECHO" -> count == 1;
          case "SET", "HGET", "ZSCORE" -> count == 2;
          case "MGET", "EXISTS", "WATCH", "SUBSCRIBE", "PSUBSCRIBE" -> count >= 1;
          case "UNSUBSCRIBE", "PUNSUBSCRIBE" -> true;
          case "BLPOP", "BRPOP" -> count == 2 && arguments.get(1).matches("[1-9][0-9]{0,4}");
          case "LRANGE" -> count == 3 && isNumber(arguments.get(1)) && isNumber(arguments.get(2));
          case "ZRANGE" ->
              count == 4
                  && isNumber(arguments.get(1))
                  && isNumber(arguments.get(2))
                  && arguments.get(3).equals("WITHSCORES");
          case "SELECT" -> count == 1 && arguments.getFirst().matches("[0-9]|1[0-5]");
          case "PING", "UNWATCH", Block.EXECUTE, Block.MULTI, Block.EXEC, Block.DISCARD ->
              count == 0;
          case "CLIENT TRACKING" -> arguments.equals(List.of("ON"));
          case "DEBUG PROTOCOL" -> arguments.equals(List.of("ATTRIB"));
          case Script.EVAL, Script.EVALSHA -> count >= 2 && runs(command);
          default -> true;
        };
    return fits ? Optional.empty() : Optional.of(command.name() + " takes " + takes(command));
  }

  /** With as many keys as it says, and all that it tells. */
  private static boolean runs(Command command) {
    List<String> arguments = command.arguments();
    if (!arguments.get(1).matches("0|[1-9]")) {
      return false;
    }
    int told = arguments.size() - 2 - Integer.parseInt(arguments.get(1));
    return Script.in(command).filter(script -> told >= script.argumentsMin()).isPresent();
  }

  /** As a driver writes it back: without sign or zeros that say nothing. */
  private static boolean isNumber(String text) {
    return text.matches("0|-?[1-9][0-9]{0,8}");
  }

  private static String takes(Command command) {
    return switch (command.name()) {
      case "SET" -> "a key and a value";
      case "SELECT" -> "a database from 0 to 15";
      case "BLPOP", "BRPOP" -> "a key and a whole number of seconds, at least 1";
      case "HGET" -> "a key and a field";
      case "ZSCORE" -> "a key and a member";
      case "MGET", "EXISTS", "WATCH" -> "one key or more";
      case "SUBSCRIBE", "PSUBSCRIBE" -> "one name or more";
      case "LRANGE" -> "a key and two plain numbers";
      case "ZRANGE" -> "a key, two plain numbers and WITHSCORES";
      case "PING", "UNWATCH", Block.EXECUTE, Block.MULTI, Block.EXEC, Block.DISCARD ->
          "no argument";
      case "CLIENT TRACKING" -> "ON";
      case "DEBUG PROTOCOL" -> "ATTRIB";
      case Script.EVAL, Script.EVALSHA ->
          "one of the known scripts, how many keys follow, them, and what the script tells";
      default -> "one argument";
    };
  }
}
