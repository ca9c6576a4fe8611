package dev.crosstalk.spi;

import java.util.Set;

/**
 * The words that begin and end a block: commands whose answers come together. A command inside one
 * is a call of its own, started without waiting: {@link Session#start} returns with the call open.
 * The word that ends the block is a call, too, and when it has ended, in whatever way, so has each
 * call of the block: first they report, then it does.
 */
public final class Block {
  /**
   * Runs a pipeline's block, be it empty; what its answer holds is not judged. Nothing of that name
   * goes over the wire.
   */
  public static final String EXECUTE = "EXECUTE";

  /** Begins a transaction's block; stands outside it, as any command that is answered at once. */
  public static final String MULTI = "MULTI";

  /** Runs a transaction's block; its answer has one element for each command of the block. */
  public static final String EXEC = "EXEC";

  /** Gives a transaction's block up; the calls in it are the caller's own to cancel. */
  public static final String DISCARD = "DISCARD";

  private static final Set<String> ENDS = Set.of(EXECUTE, EXEC, DISCARD);

  private Block() {}

  /** The words that sessions of a kind take besides their variant's commands; may be empty. */
  public static Set<String> words(SessionKind kind) {
    return switch (kind) {
      case DIRECT, POOLED -> Set.of();
      case PIPELINE -> Set.of(EXECUTE);
      case TRANSACTION -> Set.of(MULTI, EXEC, DISCARD);
    };
  }

  /** Whether a command ends a block. */
  public static boolean endsBy(Command command) {
    return ENDS.contains(command.name());
  }
}
