/**
 * Runs a scenario against a driver in a world, and records the history: the one place where steps
 * are given their meaning.
 */
package dev.crosstalk.replay;
