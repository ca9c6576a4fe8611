/**
 * Scenarios: everything needed to run a case once, as immutable data and as text. Every list of
 * steps is valid; a step whose call, lane or connection does not exist does nothing.
 */
package dev.crosstalk.scenario;
