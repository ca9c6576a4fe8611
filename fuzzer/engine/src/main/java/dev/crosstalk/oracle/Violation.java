package dev.crosstalk.oracle;

import dev.crosstalk.spi.Grade;
import java.util.Optional;

/**
 * An invariant that did not hold.
 *
 * @param call label of the call that shows it; empty when it is about no single call
 * @param expected one line: what would have been right
 * @param observed one line: what was seen instead, with its evidence on the wire where there is any
 */
public record Violation(
    String invariant,
    Family family,
    Grade grade,
    Optional<String> call,
    String expected,
    String observed) {}
