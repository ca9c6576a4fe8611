package dev.crosstalk.reference.resp;

/**
 * What arrived is not RESP, not the type its command has, or nobody's. Where the next reply begins
 * is no longer known, so the connection must not be used on.
 */
public final class GarbledReplyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GarbledReplyException(String message) {
    super(message);
  }
}
