package dev.crosstalk.replay;

import dev.crosstalk.server.Executed;
import dev.crosstalk.spi.Block;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of a case: what their calls wait for. A call that waits in one is at rest; once the
 * call that ends the block is under way, all of them end with that, and none before. Inside
 * exclusive tasks only.
 */
final class Blocks {
  private final Case run;

  Blocks(Case run) {
    this.run = run;
  }

  /** All of a call's block, in the order of their starts; itself alone outside blocks. */
  List<CallState> blockOf(CallState call) {
    return call.block.isEmpty()
        ? List.of(call)
        : run.calls().all().stream().filter(other -> other.block.equals(call.block)).toList();
  }

  /** The call that ends a call's block, once it was started; itself, where it is that. */
  Optional<CallState> endOf(CallState call) {
    return call.block.isEmpty()
        ? Optional.empty()
        : blockOf(call).stream().filter(CallState::endsBlock).findFirst();
  }

  /** Whether a call waits in a block that nothing ends yet: nobody need wait for it. */
  boolean isAtRest(CallState call) {
    return isHandedToBlock(call) && endOf(call).isEmpty();
  }

  /** Whose replies a call needs to end: all of a block that is being ended, else its own. */
  List<CallState> endedTogether(CallState call) {
    return endOf(call).isPresent() ? blockOf(call) : List.of(call);
  }

  /**
   * Whether a call is with the driver, and its caller has gone on without its answer. One to MULTI
   * does not wait for what ends the block.
   */
  boolean isHandedToBlock(CallState call) {
    return call.block.isPresent()
        && !call.endsBlock()
        && !call.command.name().equals(Block.MULTI)
        && !call.ended()
        && call.inFlight.isPresent();
  }

  /** Whether the end of a block is under way, and of some call of it a reply is owed. */
  boolean isOwedReply(CallState end) {
    return end.endsBlock() && blockOf(end).stream().anyMatch(this::isOwedOwnReply);
  }

  /** Whether all that was executed of a block has its reply, and something was. */
  boolean hasItsReplies(CallState end) {
    return !isOwedReply(end) && blockOf(end).stream().anyMatch(call -> isOnOpenConnection(call));
  }

  private boolean isOwedOwnReply(CallState call) {
    return isOnOpenConnection(call)
        && call.newestExecution().orElseThrow().sentNanos() == Executed.NEVER;
  }

  private boolean isOnOpenConnection(CallState call) {
    return call.newestExecution()
        .flatMap(executed -> run.peer(executed.connection()))
        .filter(peer -> !peer.isEnded())
        .isPresent();
  }
}
