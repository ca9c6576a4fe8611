/**
 * Grows scenarios from numbers, by plain functions: a seed and a case number give a few longs, of
 * which a scenario is unpacked. jqwik, which no other package of main code knows, makes arbitraries
 * of them for properties.
 */
package dev.crosstalk.generate;
