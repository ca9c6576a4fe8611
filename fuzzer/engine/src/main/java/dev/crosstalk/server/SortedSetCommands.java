package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;
import static dev.crosstalk.server.CommandDefinition.writing;

import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ZRANGE, ZSCORE and others: <a
 * href="https://redis.io/docs/latest/commands/?group=sorted-set">sorted sets</a>. ZADD takes no
 * options, ZRANGE none but REV and WITHSCORES.
 */
final class SortedSetCommands {
  private static final RespValue NOT_A_NUMBER =
      Replies.error("ERR resulting score is not a number (NaN)");

  private SortedSetCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("ZRANGE", -4, 1, 1, SortedSetCommands::zrange).shaped(ReplyShape.SCORED),
        reading("ZSCORE", 3, 1, 1, SortedSetCommands::zscore).shaped(ReplyShape.REAL),
        reading("ZCARD", 2, 1, 1, context -> context.number(scores(context).size())),
        writing("ZADD", -4, 1, 1, SortedSetCommands::zadd),
        writing("ZINCRBY", 4, 1, 1, SortedSetCommands::zincrby).shaped(ReplyShape.REAL),
        writing("ZREM", -3, 1, 1, SortedSetCommands::zrem));
  }

  private static Map<String, Double> scores(CommandContext context) {
    return context
        .find(context.argument(0), Datum.Scores.class)
        .map(Datum.Scores::scores)
        .orElse(Map.of());
  }

  private static RespValue zrange(CommandContext context) {
    boolean reversed = false;
    boolean scored = false;
    for (String option : context.from(3)) {
      switch (option.toUpperCase(Locale.ROOT)) {
        case "REV" -> {
          if (reversed) {
            return Replies.SYNTAX_ERROR;
          }
          reversed = true;
        }
        case CommandDefinition.WITH_SCORES -> scored = true;
        default -> {
          return Replies.SYNTAX_ERROR;
        }
      }
    }
    long start = Numbers.argument(context.argument(1));
    long stop = Numbers.argument(context.argument(2));
    var ranked = Datum.ranked(scores(context));
    var range = Range.of(reversed ? ranked.reversed() : ranked, start, stop);
    var elements = new ArrayList<RespValue>();
    for (var entry : range) {
      RespValue member = Replies.bulk(entry.getKey());
      if (!scored) {
        elements.add(member);
      } else if (context.session().protocol == Protocol.RESP3) {
        elements.add(RespValue.Array.of(member, new RespValue.DoubleValue(entry.getValue())));
      } else {
        elements.add(member);
        elements.add(new RespValue.DoubleValue(entry.getValue()));
      }
    }
    return new RespValue.Array(elements);
  }

  private static RespValue zscore(CommandContext context) {
    var score =
        context
            .values()
            .scoreAt(context.origin(), context.argument(0), context.argument(1))
            .map(RespValue.DoubleValue::new);
    return score.isPresent() ? score.get() : new RespValue.Null();
  }

  private static RespValue zadd(CommandContext context) {
    if (context.count() % 2 == 0) {
      return Replies.SYNTAX_ERROR;
    }
    var added = new LinkedHashMap<String, Double>();
    for (int i = 1; i < context.count(); i += 2) {
      added.put(context.argument(i + 1), real(context.argument(i)));
    }
    Map<String, Double> before = scores(context);
    var after = new LinkedHashMap<>(before);
    after.putAll(added);
    if (!after.equals(before)) {
      context.put(context.argument(0), new Datum.Scores(after));
    }
    return Replies.number(after.size() - before.size());
  }

  private static RespValue zincrby(CommandContext context) {
    double increment = real(context.argument(1));
    String key = context.argument(0);
    String member = context.argument(2);
    var scores = new LinkedHashMap<>(scores(context));
    double before = context.values().scoreAt(context.origin(), key, member).orElse(0.0);
    double sum = before + increment;
    if (Double.isNaN(sum)) {
      return NOT_A_NUMBER;
    }
    if (!Double.valueOf(sum).equals(scores.put(member, sum))) {
      context.put(key, new Datum.Scores(scores));
    }
    return context.score(sum);
  }

  private static RespValue zrem(CommandContext context) {
    var scores = new LinkedHashMap<>(scores(context));
    int before = scores.size();
    context.from(1).forEach(scores::remove);
    if (scores.size() < before) {
      context.put(context.argument(0), new Datum.Scores(scores));
    }
    return Replies.number(before - scores.size());
  }

  private static double real(String text) {
    return Numbers.real(text).orElseThrow(() -> new RefusedException(Replies.NOT_A_FLOAT));
  }
}
