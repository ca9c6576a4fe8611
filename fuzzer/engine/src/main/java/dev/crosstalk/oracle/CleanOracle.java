package dev.crosstalk.oracle;

import dev.crosstalk.history.CallDeadline;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.history.ThreadsLeft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When its client has been closed, a driver holds no connection open: the server has seen the end
 * of each, but for one on which a call waits without a timeout for a peer that is gone. Nor has it
 * a thread more for each client that came and went; those that all clients of a process share are
 * its own affair.
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
    return Stream.concat(connections(index).stream(), threads(index.history()).stream()).toList();
  }

  private Optional<Violation> connections(HistoryIndex index) {
    List<Integer> left =
        index.history().leftOpen().stream().filter(id -> !isWaitedOn(index, id)).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            forbidden(
                Optional.empty(),
                "when the client is closed, each of its connections is",
                "still open: connection "
                    + String.join(", ", left.stream().map(id -> "#" + id).toList())));
  }

  private Optional<Violation> threads(History history) {
    ThreadsLeft left = history.threadsLeft();
    return left.clients() < ThreadsLeft.CLIENTS_MIN || left.threads() < left.clients()
        ? Optional.empty()
        : Optional.of(
            forbidden(
                Optional.empty(),
                "when a client is closed, the threads end that it has begun",
                ThreadsLeft.SYMPTOM
                    + ": "
                    + left.clients()
                    + " more clients were opened and closed, and "
                    + left.threads()
                    + " more threads are there"
                    + (left.stack().isEmpty()
                        ? ""
                        : "; the last one waits at " + Words.where(left.stack()))));
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
