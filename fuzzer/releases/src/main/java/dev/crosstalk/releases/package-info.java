/** Gets released versions of drivers, and what they depend on, from Maven repositories. */
package dev.crosstalk.releases;
