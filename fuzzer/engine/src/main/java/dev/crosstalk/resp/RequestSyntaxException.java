package dev.crosstalk.resp;

import dev.crosstalk.resp.RespValue.SimpleError;

/**
 * A request that Redis answers with a protocol error before it closes the connection. The message
 * is the text of Redis, for instance {@code Protocol error: invalid bulk length}.
 */
public final class RequestSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long byteOffset;

  RequestSyntaxException(long byteOffset, String problem) {
    super("Protocol error: " + problem);
    this.byteOffset = byteOffset;
  }

  /** Where the refused line begins, counted from 0 at the first byte the decoder was fed. */
  public long byteOffset() {
    return byteOffset;
  }

  /** The last reply Redis sends on the connection: the message, preceded by {@code ERR}. */
  public SimpleError reply() {
    return new SimpleError("ERR " + getMessage());
  }
}
