package dev.crosstalk.oracle;

import dev.crosstalk.history.CallDeadline;
import dev.crosstalk.history.HistoryIndex;
import java.util.List;
import java.util.Optional;

/**
 * When its client has been closed, a driver holds no connection open: the server has seen the end
 * of each, but for one on which a call waits without a timeout for a peer that is gone.
 */
final class CleanOracle implements Oracle {

  @Override
  public String invariant() {
    return "clean";
  }

  @Override
  public Family family() {
    return Family.CLEAN;
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    if (index.history().leftOpen().isEmpty()) {
      return List.of();
    }
    List<Integer> left =
        index.history().leftOpen().stream().filter(id -> !isWaitedOn(index, id)).toList();
    return left.isEmpty()
        ? List.of()
        : List.of(
            forbidden(
                Optional.empty(),
                "when the client is closed, each of its connections is",
                "still open: connection "
                    + String.join(", ", left.stream().map(id -> "#" + id).toList())));
  }

  private static boolean isWaitedOn(HistoryIndex index, int connection) {
    // One that was opened while the client was closed is in no history.
    return index.history().connections().stream()
        .filter(left -> left.id() == connection)
        .anyMatch(
            left ->
                index.history().calls().stream()
                    .anyMatch(
                        call -> call.open() && CallDeadline.mayWaitForEver(index, call, left)));
  }
}
