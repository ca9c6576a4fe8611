/**
 * Oracles: what must hold of every history. Each is a pure function on a history, in a file of its
 * own, registered by one line in {@link dev.crosstalk.oracle.Oracles}.
 */
package dev.crosstalk.oracle;
