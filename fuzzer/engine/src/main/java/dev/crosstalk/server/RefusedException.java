package dev.crosstalk.server;

import dev.crosstalk.resp.RespValue;

/** A command that ends with an error reply, thrown from where that is found out. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RespValue reply;

  RefusedException(RespValue reply) {
    super(reply.toString(), null, false, false);
    this.reply = reply;
  }

  RespValue reply() {
    return reply;
  }
}
