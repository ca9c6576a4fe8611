/**
 * Drivers that a campaign must find fault with: the reference with one planted defect each, named
 * after the documented kind of bug it models. On a healthy server they behave like the reference.
 */
package dev.crosstalk.canaries;
