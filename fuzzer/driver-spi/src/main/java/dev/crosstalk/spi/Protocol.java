package dev.crosstalk.spi;

/** The RESP version a client asks for. */
public enum Protocol {
  RESP2(2),
  RESP3(3);

  private final int version;

  Protocol(int version) {
    this.version = version;
  }

  /** The number that HELLO takes. */
  public int version() {
    return version;
  }
}
