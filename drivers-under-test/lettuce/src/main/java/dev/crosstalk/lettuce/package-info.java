/** Lettuce behind the driver SPI: its three APIs, each on one connection shared by all lanes. */
package dev.crosstalk.lettuce;
