/**
 * Worlds: where a scenario runs. A world gives each case a stage with an address, a clock, lanes
 * and a transport; what runs on it is the same code everywhere.
 */
package dev.crosstalk.world;
