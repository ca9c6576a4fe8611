package dev.crosstalk.bench;

/**
 * How far something is at a moment.
 *
 * @param nanos of the wall clock, from any beginning
 * @param done how often it was done so far
 * @param cpuNanos of the process, compilers left out
 */
record Sample(long nanos, long done, long cpuNanos) {}
