/**
 * The simulated world as Netty sees it: an event loop, a channel and a timer, for any driver that
 * is built on Netty. Loaded in the driver's own class loader and linked with the Netty found there.
 */
package dev.crosstalk.netty;
