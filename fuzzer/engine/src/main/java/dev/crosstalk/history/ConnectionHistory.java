package dev.crosstalk.history;

import java.util.List;

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

  /** Whether the server did not read for a while, so that it may hear of things late. */
  public boolean unread() {
    return events.stream().anyMatch(WireEvent.Reading.class::isInstance);
  }

  /** Whether its peer was gone at some time, so that a request may have been sent to nobody. */
  public boolean lost() {
    return events.stream().anyMatch(WireEvent.Lost.class::isInstance);
  }
}
