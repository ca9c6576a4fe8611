package dev.crosstalk.server;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The commands the server knows. A family of commands is one file and one line here. */
public final class CommandTable {
  /** In the order of the names. */
  private static final Map<String, CommandDefinition> BY_NAME = new LinkedHashMap<>();

  private static final Map<String, CommandDefinition> SUBCOMMANDS = new LinkedHashMap<>();
  private static final Set<String> CONTAINERS = new TreeSet<>();

  static {
    Stream.of(
            StringCommands.all(),
            KeyCommands.all(),
            ListCommands.all(),
            HashCommands.all(),
            SetCommands.all(),
            SortedSetCommands.all(),
            StreamCommands.all(),
            ScriptCommands.all(),
            ConnectionCommands.all(),
            ClientCommands.all(),
            TransactionCommands.all(),
            PubSubCommands.all(),
            IntrospectionCommands.all(),
            DebugCommands.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(CommandDefinition::name))
        .forEach(CommandTable::add);
  }

  private CommandTable() {}

  private static void add(CommandDefinition definition) {
    int bar = definition.name().indexOf('|');
    if (bar < 0) {
      BY_NAME.put(definition.name(), definition);
    } else {
      CONTAINERS.add(definition.name().substring(0, bar));
      SUBCOMMANDS.put(definition.name(), definition);
    }
  }

  /** The names known, upper case, sorted; of a subcommand only its container's. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  static Optional<CommandDefinition> find(String name) {
    CommandDefinition asWritten = BY_NAME.get(name);
    return Optional.ofNullable(
        asWritten == null ? BY_NAME.get(name.toUpperCase(Locale.ROOT)) : asWritten);
  }

  /** Of a container what its subcommand is; empty where that, or the name, is unknown. */
  static Optional<CommandDefinition> find(List<String> words) {
    Optional<CommandDefinition> found = find(words.get(0));
    if (words.size() == 1 || found.filter(each -> CONTAINERS.contains(each.name())).isEmpty()) {
      return found;
    }
    String name = found.get().name() + "|" + words.get(1).toUpperCase(Locale.ROOT);
    return Optional.ofNullable(SUBCOMMANDS.get(name));
  }

  static Iterable<CommandDefinition> definitions() {
    return BY_NAME.values();
  }
}
