/**
 * What happened in one replay, as plain data: sequences per call and per connection, tied by step.
 * The only thing oracles see.
 */
package dev.crosstalk.history;
