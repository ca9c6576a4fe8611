package dev.crosstalk.server;

import java.util.HashSet;
import java.util.Set;

/**
 * What all gates of a case go by: whose replies are held, whose are waited for, and whether the
 * world has healed. Owned by the {@link Server}.
 */
final class GateRules {
  private final Set<String> held = new HashSet<>();
  private final Set<String> awaited = new HashSet<>();
  private boolean healed;
  private Splits splits = Splits.NONE;

  void splits(Splits where) {
    splits = where;
  }

  Splits splits() {
    return splits;
  }

  void hold(String label) {
    held.add(label);
  }

  void unhold(String label) {
    held.remove(label);
  }

  boolean isHeld(String label) {
    return held.contains(label);
  }

  void await(String label) {
    awaited.add(label);
  }

  void stopAwaiting(String label) {
    awaited.remove(label);
  }

  boolean isAwaited(Executed owner) {
    return owner.label().isPresent() && awaited.contains(owner.label().get());
  }

  void heal() {
    held.clear();
    healed = true;
  }

  boolean healed() {
    return healed;
  }
}
