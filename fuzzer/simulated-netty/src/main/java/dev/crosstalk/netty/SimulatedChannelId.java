package dev.crosstalk.netty;

import io.netty.channel.ChannelId;

/**
 * Counts the channels of a loop, where Netty's own identity is drawn from the host, the process,
 * the time and a random number. All have one hash code, so that sets of channels keep an order.
 */
final class SimulatedChannelId implements ChannelId {
  private static final long serialVersionUID = 1L;

  private int number;

  /** At registration: a channel has its identity before it has a loop. */
  void number(int registered) {
    number = registered;
  }

  int number() {
    return number;
  }

  @Override
  public String asShortText() {
    return "%08x".formatted(number);
  }

  @Override
  public String asLongText() {
    return asShortText();
  }

  @Override
  public int compareTo(ChannelId other) {
    return asLongText().compareTo(other.asLongText());
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return asShortText();
  }
}
