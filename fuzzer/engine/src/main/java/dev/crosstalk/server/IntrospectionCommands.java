package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.keyless;

import dev.crosstalk.resp.Bytes;
import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** INFO and COMMAND: what drivers ask to learn whom they talk to. */
final class IntrospectionCommands {
  static final String REDIS_VERSION = "7.4.2";

  private IntrospectionCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        keyless("INFO", -1, IntrospectionCommands::info),
        keyless("COMMAND", -1, IntrospectionCommands::command),
        keyless("COMMAND|COUNT", 2, context -> Replies.number(CommandTable.names().size())),
        keyless("COMMAND|DOCS", -2, context -> new RespValue.MapValue(List.of())),
        keyless("COMMAND|INFO", -2, IntrospectionCommands::commandInfo));
  }

  private static RespValue info(CommandContext context) {
    String text =
        "# Server\r\nredis_version:"
            + REDIS_VERSION
            + "\r\nredis_mode:standalone\r\ntcp_port:6379\r\n\r\n# Replication\r\nrole:master\r\n";
    return new RespValue.VerbatimString("txt", Bytes.ofUtf8(text));
  }

  private static RespValue command(CommandContext context) {
    var rows = new ArrayList<RespValue>();
    CommandTable.definitions().forEach(definition -> rows.add(row(definition)));
    return new RespValue.Array(rows);
  }

  private static RespValue commandInfo(CommandContext context) {
    if (context.count() == 1) {
      return command(context);
    }
    var rows = new ArrayList<RespValue>();
    for (String name : context.from(1)) {
      var definition = CommandTable.find(name);
      rows.add(definition.isPresent() ? row(definition.get()) : new RespValue.Null());
    }
    return new RespValue.Array(rows);
  }

  /**
   * The first six columns of <a href="https://redis.io/docs/latest/commands/command/">COMMAND</a>.
   */
  private static RespValue row(CommandDefinition definition) {
    String flag =
        switch (definition.commandClass()) {
          case READS -> "readonly";
          case WRITES -> "write";
        };
    return new RespValue.Array(
        List.of(
            Replies.bulk(definition.name().toLowerCase(Locale.ROOT)),
            Replies.number(definition.arity()),
            new RespValue.SetValue(List.of(new RespValue.SimpleString(flag))),
            Replies.number(definition.firstKey()),
            Replies.number(definition.lastKey()),
            Replies.number(definition.firstKey() == 0 ? 0 : 1)));
  }
}
