/**
 * The worlds over TCP: loopback sockets and platform threads; one with the true clock, one whose
 * timeouts are fired by steps.
 */
package dev.crosstalk.world.tcp;
