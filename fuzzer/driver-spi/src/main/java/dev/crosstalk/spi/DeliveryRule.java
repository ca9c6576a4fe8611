package dev.crosstalk.spi;

import java.net.URI;
import java.util.Objects;

/**
 * One row of a driver's delivery semantics: what a second execution of a command of this class, in
 * this kind of session, for this cause, is worth. A case without a row is {@link Grade#FORBIDDEN}.
 *
 * @param source the documentation that says so
 */
public record DeliveryRule(
    CommandClass commands, SessionKind session, Cause cause, Grade grade, URI source) {

  public DeliveryRule {
    Objects.requireNonNull(commands, "commands");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(source, "source");
  }
}
