/**
 * The simulated world as Netty sees it: an event loop, a channel and a timer, for any driver that
 * is built on Netty; and a handler that tells the fired world of Netty's own channels. Loaded in
 * the driver's own class loader and linked with the Netty found there.
 */
package dev.crosstalk.netty;
