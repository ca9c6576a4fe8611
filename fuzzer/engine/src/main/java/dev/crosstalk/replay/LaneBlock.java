package dev.crosstalk.replay;

import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.SessionKind;
import java.util.Optional;
import java.util.Set;

/**
 * Which block the calls of a lane stand in, by the order in which they were started. Whether the
 * driver sees it so shows when they run. Touched only inside the stage's exclusive tasks.
 */
final class LaneBlock {
  private static final Set<String> WATCHING = Set.of("WATCH", "UNWATCH");

  private final SessionKind kind;
  private Optional<String> first = Optional.empty();

  LaneBlock(SessionKind kind) {
    this.kind = kind;
  }

  /** The label of the first call of the block that is open; empty outside blocks. */
  Optional<String> first() {
    return first;
  }

  boolean isOpen() {
    return first.isPresent();
  }

  /** The next call takes its place; the label of its block's first call, empty outside blocks. */
  Optional<String> place(String label, Command command) {
    boolean begins =
        switch (kind) {
          case DIRECT, POOLED -> false;
          case PIPELINE -> !Block.endsBy(command);
          case TRANSACTION -> command.name().equals(Block.MULTI);
        };
    if (begins && first.isEmpty()) {
      first = Optional.of(label);
    }
    Optional<String> block = first;
    if (Block.endsBy(command)) {
      first = Optional.empty();
    }
    return block;
  }

  /** Why a command cannot be the next; empty when it can. Nobody nests what cannot be nested. */
  Optional<String> objection(Command command) {
    if (kind != SessionKind.TRANSACTION) {
      return Optional.empty();
    }
    if (WATCHING.contains(command.name())) {
      return isOpen() ? Optional.of("a transaction is open already") : Optional.empty();
    }
    if (!Block.words(kind).contains(command.name())) {
      return Optional.empty();
    }
    boolean begins = command.name().equals(Block.MULTI);
    if (begins == isOpen()) {
      return Optional.of(begins ? "a transaction is open already" : "no transaction is open");
    }
    return Optional.empty();
  }
}
