/**
 * The command line: reads options, runs a campaign or a replay, and prints what {@code report}
 * makes of it. Data goes to stdout, progress and errors to stderr.
 */
package dev.crosstalk.cli;
