package dev.crosstalk.server;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The scripts that a server was told of, by EVAL or SCRIPT LOAD, and that EVALSHA may run. */
final class KnownScripts {
  private final Set<Script> known = EnumSet.noneOf(Script.class);

  void add(Script script) {
    known.add(script);
  }

  void forget() {
    known.clear();
  }

  /** By its digest, in either case. */
  Optional<Script> find(String digest) {
    String lower = digest.toLowerCase(Locale.ROOT);
    return known.stream().filter(script -> script.digest().equals(lower)).findFirst();
  }
}
