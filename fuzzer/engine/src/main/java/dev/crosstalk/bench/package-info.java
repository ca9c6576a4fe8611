/** Measures how fast cases run, beside what the machine can do at best. */
package dev.crosstalk.bench;
