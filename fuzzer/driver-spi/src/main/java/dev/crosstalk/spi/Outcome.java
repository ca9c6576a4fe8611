package dev.crosstalk.spi;

import java.util.Objects;

/** What a driver told the caller of one command. {@code detail} is free text for people. */
public sealed interface Outcome {

  /** The driver's answer. */
  record Ok(Value value) implements Outcome {
    public Ok {
      Objects.requireNonNull(value, "value");
    }
  }

  /** The driver itself says that the command waits in a transaction. */
  record Queued() implements Outcome {}

  /** The server's error, its text as the driver gave it ({@code ERR ...}, no leading dash). */
  record ServerError(String message) implements Outcome {}

  /** The driver's own timeout passed. */
  record TimedOut(String detail) implements Outcome {}

  /** The caller cancelled the call, interrupted its thread or discarded its block. */
  record Cancelled(String detail) implements Outcome {}

  /** The connection ended under the call, or was found dead. */
  record ConnectionLost(String detail) implements Outcome {}

  /** Not sent: no connection to be had, pool exhausted, client closed. */
  record Refused(String detail) implements Outcome {}

  /** Code of the user (codec, listener) threw. */
  record UserCodeFailed(String detail) implements Outcome {}

  /** A protocol, decoding, cast or internal exception, or one that the adapter does not know. */
  record Garbled(String detail) implements Outcome {}
}
