/**
 * What the reference takes from the machine it runs on: connections, threads and timers. The one
 * seam to put another world under it.
 */
package dev.crosstalk.reference.platform;
