package dev.crosstalk.server;

import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.CommandClass;
import java.util.List;

/**
 * One row of the command table.
 *
 * @param name upper case; of a subcommand its container's name, a bar and its own
 * @param arity as COMMAND states it: the number of words with the name, negative for "at least"
 * @param firstKey position of the first key among the words; 0 when it has none
 * @param lastKey position of the last one; counted from the end where negative, -1 for the last
 *     word
 * @param control runs at once inside MULTI, where others are queued; its reply is given as it
 *     stands on the wire
 */
record CommandDefinition(
    String name,
    int arity,
    int firstKey,
    int lastKey,
    CommandClass commandClass,
    ReplyShape shape,
    boolean control,
    CommandHandler handler) {

  /** By this word a reply comes with scores. */
  static final String WITH_SCORES = "WITHSCORES";

  static CommandDefinition reading(
      String name, int arity, int firstKey, int lastKey, CommandHandler handler) {
    return new CommandDefinition(
        name, arity, firstKey, lastKey, CommandClass.READS, ReplyShape.PLAIN, false, handler);
  }

  static CommandDefinition writing(
      String name, int arity, int firstKey, int lastKey, CommandHandler handler) {
    return new CommandDefinition(
        name, arity, firstKey, lastKey, CommandClass.WRITES, ReplyShape.PLAIN, false, handler);
  }

  static CommandDefinition keyless(String name, int arity, CommandHandler handler) {
    return reading(name, arity, 0, 0, handler);
  }

  CommandDefinition shaped(ReplyShape other) {
    return new CommandDefinition(
        name, arity, firstKey, lastKey, commandClass, other, control, handler);
  }

  CommandDefinition runsInsideMulti() {
    return new CommandDefinition(
        name, arity, firstKey, lastKey, commandClass, shape, true, handler);
  }

  /** How a caller reads the reply to a request of these words. */
  ReplyShape shapeOf(List<String> words) {
    boolean unscored =
        shape == ReplyShape.SCORED && words.stream().noneMatch(WITH_SCORES::equalsIgnoreCase);
    return unscored ? ReplyShape.PLAIN : shape;
  }

  /** The same command, whatever it is asked, when it runs. */
  CommandDefinition answering(RespValue reply) {
    return new CommandDefinition(
        name, arity, firstKey, lastKey, commandClass, shape, control, context -> reply);
  }

  /** The keys of a request that it takes, in order. */
  List<String> keysOf(List<String> words) {
    if (firstKey == 0) {
      return List.of();
    }
    int last = lastKey < 0 ? words.size() + lastKey : lastKey;
    return words.subList(firstKey, last + 1);
  }

  boolean takes(int words) {
    return arity >= 0 ? words == arity : words >= -arity;
  }
}
