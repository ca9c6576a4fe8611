/** Labs: where the cases of one target run; a world, and the driver loaded for it. */
package dev.crosstalk.lab;
