/**
 * The simulated world: real driver code in memory, on a virtual clock, on one thread. Whose turn it
 * is, what arrives and which timer fires is chosen by the scenario, so that a replay is the same
 * each time.
 */
package dev.crosstalk.world.simulated;
