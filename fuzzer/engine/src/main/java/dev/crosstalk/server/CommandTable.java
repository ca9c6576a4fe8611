package dev.crosstalk.server;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The commands the server knows. A family of commands is one file and one line here. */
public final class CommandTable {
  /** In the order of the names. */
  private static final Map<String, CommandDefinition> BY_NAME = new LinkedHashMap<>();

  static {
    Stream.of(
            StringCommands.all(),
            CollectionCommands.all(),
            ConnectionCommands.all(),
            ClientCommands.all(),
            TransactionCommands.all(),
            IntrospectionCommands.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(CommandDefinition::name))
        .forEach(definition -> BY_NAME.put(definition.name(), definition));
  }

  private CommandTable() {}

  /** The names known, upper case, sorted. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  static Optional<CommandDefinition> find(String name) {
    CommandDefinition asWritten = BY_NAME.get(name);
    return Optional.ofNullable(
        asWritten == null ? BY_NAME.get(name.toUpperCase(Locale.ROOT)) : asWritten);
  }

  static Iterable<CommandDefinition> definitions() {
    return BY_NAME.values();
  }
}
