package dev.crosstalk.releases;

/** What was asked for is not to be had. */
public final class ReleaseException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What was at fault. */
  public enum Fault {
    DRIVER,
    WITH
  }

  private final Fault fault;
  private final String accepted;

  ReleaseException(Fault fault, String wrong, String accepted) {
    super(wrong);
    this.fault = fault;
    this.accepted = accepted;
  }

  public Fault fault() {
    return fault;
  }

  /** What would be right. */
  public String accepted() {
    return accepted;
  }
}
