/**
 * Puts Jedis, from 5.1 to 8, behind the driver SPI: the single connection and the pooled client.
 */
package dev.crosstalk.jedis;
