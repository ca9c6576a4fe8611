/** Lettuce behind the driver SPI: its asynchronous API, one connection shared by all lanes. */
package dev.crosstalk.lettuce;
