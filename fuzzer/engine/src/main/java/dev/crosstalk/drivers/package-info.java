/** Finds driver folders and loads each in a class loader that sees the JDK and the SPI only. */
package dev.crosstalk.drivers;
