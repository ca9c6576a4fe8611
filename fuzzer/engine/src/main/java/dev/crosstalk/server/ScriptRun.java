package dev.crosstalk.server;

import dev.crosstalk.resp.Bytes;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Script;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each {@link Script} answers; there is no Lua here. */
final class ScriptRun {
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,14})");
  private static final Pattern BIG_DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)");

  private ScriptRun() {}

  /** Runs one; what it tells is as it stands in the arguments of a command. */
  static RespValue of(
      Script script, CommandContext context, List<String> keys, List<String> arguments) {
    if (arguments.size() < script.argumentsMin() || (script == Script.GET && keys.isEmpty())) {
      return failed(script, "ERR Lua redis lib command arguments must be strings or integers");
    }
    return switch (script) {
      case BULK -> Replies.bulk(arguments.get(0));
      case SIMPLE -> new RespValue.SimpleString(Replies.oneLine(arguments.get(0)));
      case ERROR -> Replies.error(arguments.get(0));
      case INTEGER -> integer(arguments.get(0));
      case NULL -> new RespValue.Null();
      case BOOL -> new RespValue.Bool(arguments.get(0).equals("t"));
      case DOUBLE -> real(arguments.get(0));
      case BIG_NUMBER -> bigNumber(script, arguments.get(0));
      case VERBATIM -> new RespValue.VerbatimString("txt", Bytes.ofUtf8(arguments.get(0)));
      case MAP -> map(arguments.get(0), Replies.bulk(arguments.get(1)));
      case NESTED_MAP ->
          map(
              arguments.get(0),
              map(
                  arguments.get(1),
                  RespValue.Array.of(Replies.bulk(arguments.get(2)), Replies.number(1))));
      case MAP_WITH_ERROR ->
          new RespValue.MapValue(
              List.of(
                  new RespValue.Entry(Replies.number(1), Replies.error("ERR " + arguments.get(0))),
                  new RespValue.Entry(Replies.number(2), Replies.bulk(arguments.get(1)))));
      case SET -> new RespValue.SetValue(List.of(Replies.bulk(arguments.get(0))));
      case NESTED_ARRAY ->
          RespValue.Array.of(
              Replies.bulk(arguments.get(0)),
              RespValue.Array.of(
                  RespValue.Array.of(
                      RespValue.Array.of(Replies.bulk(arguments.get(1))),
                      Replies.bulk(arguments.get(2)))));
      case ARRAY_WITH_ERROR ->
          RespValue.Array.of(
              Replies.bulk(arguments.get(0)),
              new RespValue.Null(),
              RespValue.Array.of(
                  Replies.bulk(arguments.get(1)), Replies.error("ERR " + arguments.get(2))));
      case EMPTY_ARRAY -> new RespValue.Array(List.of());
      case EMPTY_MAP -> new RespValue.MapValue(List.of());
      case EMPTY_SET -> new RespValue.SetValue(List.of());
      case GET -> get(script, context, keys.get(0));
    };
  }

  private static RespValue get(Script script, CommandContext context, String key) {
    try {
      return Replies.bulkOrNull(context.find(key, Datum.Text.class).map(Datum.Text::text));
    } catch (RefusedException refused) {
      return refused.reply() instanceof RespValue.SimpleError(String message)
          ? failed(script, message)
          : refused.reply();
    }
  }

  private static RespValue failed(Script script, String message) {
    return Replies.error(message + " script: " + script.digest() + ", on @user_script:1.");
  }

  /** As Lua: what is no number is nil, and nil is null. */
  private static RespValue integer(String text) {
    return DECIMAL.matcher(text).matches()
        ? Replies.number(Long.parseLong(text))
        : new RespValue.Null();
  }

  /** As Lua: a table whose only field is nil has none, and is an empty array. */
  private static RespValue real(String text) {
    Optional<Double> number = Numbers.real(text);
    return number.isPresent()
        ? new RespValue.DoubleValue(number.get())
        : new RespValue.Array(List.of());
  }

  /** A Redis passes on any text; ours only a number, since no other is legal. */
  private static RespValue bigNumber(Script script, String text) {
    return BIG_DECIMAL.matcher(text).matches()
        ? new RespValue.BigNumber(new BigInteger(text))
        : failed(script, "ERR not a number");
  }

  private static RespValue map(String key, RespValue value) {
    return new RespValue.MapValue(List.of(new RespValue.Entry(Replies.bulk(key), value)));
  }
}
