package dev.crosstalk.history;

import dev.crosstalk.spi.Block;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The record of one replay. Times are nanoseconds of the world's clock since the case began.
 *
 * @param world where it ran: {@code real}
 * @param subject which driver, and what it declares
 * @param terms the durations in force, as the world scaled them
 * @param calls in the order of their starts, the scenario's first, then the probes
 * @param connections in the order the server accepted them
 * @param executions in the order the server executed them
 * @param steps what became of each step of the scenario; the last entry is the healing
 * @param strays requests that were neither calls nor a driver's own commands, and bytes that were
 *     no request, in words; always a driver's fault
 * @param disturbances what time did that no step asked for, in words; a case that has any is run
 *     again before it is judged
 * @param hangs calls that were open in the end and could never have ended
 * @param messages copies of messages that the server pushed, in the order of their pushing
 * @param deliveries what listeners were told, in the order of their being told
 * @param leftOpen ids of the connections that the driver held open when its client had been closed;
 *     empty where closing did not come back
 * @param threadsLeft what clients leave behind that come and go
 */
public record History(
    String world,
    Subject subject,
    Terms terms,
    List<CallHistory> calls,
    List<ConnectionHistory> connections,
    List<Execution> executions,
    List<StepHistory> steps,
    List<String> strays,
    List<String> disturbances,
    List<Hang> hangs,
    List<MessageHistory> messages,
    List<Delivery> deliveries,
    List<Integer> leftOpen,
    ThreadsLeft threadsLeft,
    long endedNanos) {

  /** Probes of a lane that may fail besides one for each connection open at healing. */
  public static final int PROBE_FAILURES_GRANTED = 2;

  public History {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(terms, "terms");
    calls = List.copyOf(calls);
    connections = List.copyOf(connections);
    executions = List.copyOf(executions);
    steps = List.copyOf(steps);
    strays = List.copyOf(strays);
    disturbances = List.copyOf(disturbances);
    hangs = List.copyOf(hangs);
    messages = List.copyOf(messages);
    deliveries = List.copyOf(deliveries);
    leftOpen = List.copyOf(leftOpen);
    Objects.requireNonNull(threadsLeft, "threadsLeft");
  }

  /** Without hangs and messages, and closed in order. */
  public History(
      String world,
      Subject subject,
      Terms terms,
      List<CallHistory> calls,
      List<ConnectionHistory> connections,
      List<Execution> executions,
      List<StepHistory> steps,
      List<String> strays,
      List<String> disturbances,
      long endedNanos) {
    this(
        world,
        subject,
        terms,
        calls,
        connections,
        executions,
        steps,
        strays,
        disturbances,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ThreadsLeft.UNKNOWN,
        endedNanos);
  }

  /** The same, once its client was closed. */
  public History leaving(List<Integer> connections, ThreadsLeft threads) {
    return new History(
        world,
        subject,
        terms,
        calls,
        this.connections,
        executions,
        steps,
        strays,
        disturbances,
        hangs,
        messages,
        deliveries,
        connections,
        threads,
        endedNanos);
  }

  public Optional<CallHistory> call(String label) {
    return calls.stream().filter(call -> call.label().equals(label)).findFirst();
  }

  /** The call that ends the block which a call waits in; empty when none was made. */
  public Optional<CallHistory> endOfBlock(CallHistory waiting) {
    return calls.stream()
        .filter(call -> call.block().equals(waiting.block()) && Block.endsBy(call.command()))
        .findFirst();
  }
}
