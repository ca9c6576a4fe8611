package dev.crosstalk.history;

import java.util.List;
import java.util.OptionalLong;

/**
 * One connection as the server saw it.
 *
 * @param id counted from 1 in the order of acceptance
 * @param stalled whether it was accepted to be answered only after healing
 * @param openAtHealing whether the driver may have held it open when the world healed
 */
public record ConnectionHistory(
    int id,
    int openedStep,
    long openedNanos,
    boolean stalled,
    boolean openAtHealing,
    List<WireEvent> events) {

  public ConnectionHistory {
    events = List.copyOf(events);
  }

  /** Whether illegal bytes were sent over it, or were to be. */
  public boolean corrupted() {
    return events.stream().anyMatch(WireEvent.Corrupted.class::isInstance);
  }

  /** Whether a driver may have left it before the server read the last that it had sent. */
  public boolean mayBeLeftUnseen() {
    return events.stream()
        .anyMatch(
            event -> event instanceof WireEvent.Reading || event instanceof WireEvent.HalfClosed);
  }

  /** Whether the server left unread what came at a moment, the driver's closing included. */
  public boolean unreadAt(long nanos) {
    boolean unread = false;
    for (WireEvent event : events) {
      if (event instanceof WireEvent.Reading reading && reading.atNanos() <= nanos) {
        unread = !reading.goesOn();
      }
    }
    return unread;
  }

  /** Whether its peer was gone at some time, so that a request may have been sent to nobody. */
  public boolean lost() {
    return events.stream().anyMatch(WireEvent.Lost.class::isInstance);
  }

  /** Whether it has ended, as far as the server knows. */
  public boolean ended() {
    return events.stream().anyMatch(WireEvent.Ended.class::isInstance);
  }

  /**
   * When a request went to a peer that was gone, the last time.
   *
   * @param words in the form of {@link Execution#normal}
   */
  public OptionalLong discardedNanos(List<String> words) {
    return events.stream()
        .filter(
            event ->
                event instanceof WireEvent.Discarded discarded
                    && Execution.normal(discarded.words()).equals(words))
        .mapToLong(WireEvent::atNanos)
        .max();
  }
}
