package dev.crosstalk.history;

import java.util.Optional;

/**
 * What a case ran under: durations, in nanoseconds of the world's clock, and where and as whom
 * calls are to be executed.
 *
 * @param timeoutNanos the driver's command timeout
 * @param allowanceNanos by how much a call may outlive it before it is overdue: zero where the
 *     clock is virtual, and grown by the measured lateness of our own timers where it is not
 * @param latenessNanos the worst lateness of our own timers during the case
 * @param poolSize connections at most that a pool holds
 * @param database configured, 0 to 15
 * @param user configured; {@code default} where there are no credentials
 * @param clientName what the driver was told to name its connections
 */
public record Terms(
    long timeoutNanos,
    long allowanceNanos,
    long latenessNanos,
    int poolSize,
    int database,
    String user,
    Optional<String> clientName) {}
