package dev.crosstalk.history;

/**
 * The durations a case ran under, in nanoseconds of the world's clock.
 *
 * @param timeoutNanos the driver's command timeout
 * @param allowanceNanos by how much a call may outlive it before it is overdue: zero where the
 *     clock is virtual, and grown by the measured lateness of our own timers where it is not
 * @param latenessNanos the worst lateness of our own timers during the case
 */
public record Terms(long timeoutNanos, long allowanceNanos, long latenessNanos) {}
