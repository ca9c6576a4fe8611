package dev.crosstalk.bench;

/**
 * What the machine can do over TCP on loopback, without us.
 *
 * @param connect opening a connection, accepting it, and closing it
 * @param roundTrip 64 bytes there and back, between two threads
 */
public record RawLimit(Speed connect, Speed roundTrip) {}
