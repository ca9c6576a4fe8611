package dev.crosstalk.resp;

/**
 * Bytes that are not RESP, or that pass a {@link RespLimits limit}. The message names all three
 * parts below.
 */
public final class RespSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long byteOffset;
  private final String found;
  private final String accepted;

  RespSyntaxException(long byteOffset, String found, String accepted) {
    super("at byte " + byteOffset + ": found " + found + ", accepted: " + accepted);
    this.byteOffset = byteOffset;
    this.found = found;
    this.accepted = accepted;
  }

  /** Where the offending bytes begin, counted from 0 at the first byte the decoder was fed. */
  public long byteOffset() {
    return byteOffset;
  }

  /** The offending bytes, quoted and shortened as by {@link Bytes#toString()}. */
  public String found() {
    return found;
  }

  /** What could have stood there, in words. */
  public String accepted() {
    return accepted;
  }
}
