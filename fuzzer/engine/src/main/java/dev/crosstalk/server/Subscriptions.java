package dev.crosstalk.server;

import java.util.LinkedHashSet;
import java.util.Set;

/** What one connection is subscribed to, each in the order in which it was. */
final class Subscriptions {
  final Set<String> channels = new LinkedHashSet<>();
  final Set<String> patterns = new LinkedHashSet<>();

  /** As confirmations count: channels and patterns together. */
  int count() {
    return channels.size() + patterns.size();
  }

  boolean isEmpty() {
    return channels.isEmpty() && patterns.isEmpty();
  }

  void clear() {
    channels.clear();
    patterns.clear();
  }
}
