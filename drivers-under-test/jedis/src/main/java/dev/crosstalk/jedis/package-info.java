/** Puts Jedis 8 behind the driver SPI: the single connection and the pooled client. */
package dev.crosstalk.jedis;
