package dev.crosstalk.server;

import dev.crosstalk.spi.Script;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The scripts that a server was told of, by EVAL or SCRIPT LOAD, and that EVALSHA may run. */
final class KnownScripts {
  private final Set<Script> known = EnumSet.noneOf(Script.class);

  void add(Script script) {
    known.add(script);
  }

  void addAll() {
    known.addAll(EnumSet.allOf(Script.class));
  }

  void forget() {
    known.clear();
  }

  /** By its digest, in either case. */
  Optional<Script> find(String digest) {
    return Script.ofDigest(digest).filter(known::contains);
  }
}
