package dev.crosstalk.history;

import java.util.List;

/**
 * A call that nothing can wake any more: nobody runs, no timer is armed, no byte is on its way.
 * Only a world that sees all there is can tell.
 *
 * @param call its label
 * @param stack where its thread waits, innermost frame first; empty for a call that has no thread
 */
public record Hang(String call, List<String> stack) {

  public Hang {
    stack = List.copyOf(stack);
  }
}
