/** Shrinks scenarios: plain functions on scenarios that ask "does it still fail?". */
package dev.crosstalk.shrink;
