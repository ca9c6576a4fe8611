package dev.crosstalk.report;

import java.util.Optional;

/**
 * Something that happened on a connection, in words.
 *
 * @param connection its number
 * @param label the call it is about, if it is about one only
 * @param housekeeping whether it is the driver's own affair, done with at once
 */
record WireCell(
    int step,
    long atNanos,
    int connection,
    Optional<String> label,
    boolean housekeeping,
    String text) {}
