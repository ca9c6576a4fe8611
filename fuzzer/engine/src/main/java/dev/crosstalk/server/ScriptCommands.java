package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.keyless;

import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Script;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * EVAL, EVALSHA and SCRIPT: <a
 * href="https://redis.io/docs/latest/commands/?group=scripting">scripts</a>, of which only those of
 * {@link Script} are known.
 */
final class ScriptCommands {
  private static final RespValue NO_SCRIPT =
      Replies.error("NOSCRIPT No matching script. Please use EVAL.");
  private static final RespValue NOT_COMPILED =
      Replies.error("ERR Error compiling script (new function): user_script:1: unknown script");

  private ScriptCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        keyless("EVAL", -3, ScriptCommands::eval),
        keyless("EVALSHA", -3, ScriptCommands::evalsha),
        keyless("SCRIPT", -2, ScriptCommands::flush),
        keyless("SCRIPT|LOAD", 3, ScriptCommands::load),
        keyless("SCRIPT|EXISTS", -3, ScriptCommands::exists),
        keyless("SCRIPT|FLUSH", -2, ScriptCommands::flush));
  }

  private static RespValue eval(CommandContext context) {
    int keys = keys(context);
    Optional<Script> script = Script.ofText(context.argument(0));
    if (script.isEmpty()) {
      return NOT_COMPILED;
    }
    context.shared().scripts().add(script.get());
    return run(context, script.get(), keys);
  }

  private static RespValue evalsha(CommandContext context) {
    if (context.argument(0).length() != 40) {
      return NO_SCRIPT;
    }
    int keys = keys(context);
    Optional<Script> script = context.shared().scripts().find(context.argument(0));
    return script.isEmpty() ? NO_SCRIPT : run(context, script.get(), keys);
  }

  private static int keys(CommandContext context) {
    long keys = Numbers.argument(context.argument(1));
    if (keys > context.count() - 2) {
      throw new RefusedException(
          Replies.error("ERR Number of keys can't be greater than number of args"));
    }
    if (keys < 0) {
      throw new RefusedException(Replies.error("ERR Number of keys can't be negative"));
    }
    return (int) keys;
  }

  private static RespValue run(CommandContext context, Script script, int keys) {
    return ScriptRun.of(script, context, context.from(2).subList(0, keys), context.from(2 + keys));
  }

  private static RespValue load(CommandContext context) {
    Optional<Script> script = Script.ofText(context.argument(1));
    if (script.isEmpty()) {
      return NOT_COMPILED;
    }
    context.shared().scripts().add(script.get());
    return Replies.bulk(script.get().digest());
  }

  private static RespValue exists(CommandContext context) {
    return new RespValue.Array(
        context.from(1).stream()
            .map(digest -> Replies.yesOrNo(context.shared().scripts().find(digest).isPresent()))
            .toList());
  }

  private static RespValue flush(CommandContext context) {
    if (context.count() > 1) {
      String how = context.argument(1).toUpperCase(Locale.ROOT);
      if (context.count() > 2 || !List.of("SYNC", "ASYNC").contains(how)) {
        return Replies.error("ERR SCRIPT FLUSH only support SYNC|ASYNC option");
      }
    }
    context.shared().scripts().forget();
    return Replies.OK;
  }
}
