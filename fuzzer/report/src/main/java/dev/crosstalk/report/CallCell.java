package dev.crosstalk.report;

/**
 * Something that happened to a call, in words.
 *
 * @param probe whether the call is a probe
 */
record CallCell(
    int step, long atNanos, String lane, String label, boolean probe, String text, Tone tone) {}
