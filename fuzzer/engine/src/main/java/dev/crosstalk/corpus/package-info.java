/** Saved scenarios, as a folder on disk holds them. */
package dev.crosstalk.corpus;
