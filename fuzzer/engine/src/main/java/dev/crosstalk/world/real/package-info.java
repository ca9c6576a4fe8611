/** The real-clock world: loopback TCP by Netty, platform threads, true timeouts. */
package dev.crosstalk.world.real;
