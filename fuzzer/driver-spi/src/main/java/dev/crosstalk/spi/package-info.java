/**
 * What a Redis driver looks like to Crosstalk: opened in surroundings, giving sessions that run
 * commands and report outcomes. Depends on the JDK alone, and is the one package that both a
 * driver's class loader and the fuzzer see.
 */
package dev.crosstalk.spi;
