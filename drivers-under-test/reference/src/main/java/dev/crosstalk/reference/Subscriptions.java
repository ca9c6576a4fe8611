package dev.crosstalk.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Channels and patterns that are subscribed to, as confirmations say. One lock for all of it. */
public final class Subscriptions {
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<String> channels = new LinkedHashSet<>();
  private final Set<String> patterns = new LinkedHashSet<>();

  /**
   * Takes a confirmation in.
   *
   * @param kind its first word
   */
  void note(String kind, String name) {
    lock.lock();
    try {
      switch (kind) {
        case "subscribe" -> channels.add(name);
        case "psubscribe" -> patterns.add(name);
        case "unsubscribe" -> channels.remove(name);
        case "punsubscribe" -> patterns.remove(name);
        default -> throw new IllegalArgumentException(kind);
      }
    } finally {
      lock.unlock();
    }
  }

  public boolean isEmpty() {
    lock.lock();
    try {
      return channels.isEmpty() && patterns.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** How many a command without arguments would leave. */
  int count(String command) {
    lock.lock();
    try {
      return command.toLowerCase(Locale.ROOT).startsWith("p") ? patterns.size() : channels.size();
    } finally {
      lock.unlock();
    }
  }

  /** What subscribes to all of it; none, one or two. */
  List<List<String>> commands() {
    lock.lock();
    try {
      var commands = new ArrayList<List<String>>();
      add(commands, "SUBSCRIBE", channels);
      add(commands, "PSUBSCRIBE", patterns);
      return commands;
    } finally {
      lock.unlock();
    }
  }

  private static void add(List<List<String>> commands, String name, Set<String> names) {
    if (!names.isEmpty()) {
      var words = new ArrayList<>(List.of(name));
      words.addAll(names);
      commands.add(words);
    }
  }
}
