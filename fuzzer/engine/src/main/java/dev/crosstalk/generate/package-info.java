/**
 * Grows scenarios from numbers. A scenario is unpacked from a few longs by plain functions; jqwik,
 * which no other package of main code knows, supplies the longs.
 */
package dev.crosstalk.generate;
