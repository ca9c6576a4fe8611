package dev.crosstalk.spi;

/** Where a call reports. Every report is kept: a driver that completes a call twice shows here. */
@FunctionalInterface
public interface Completion {

  void complete(Outcome outcome);
}
