/**
 * The reference driver: small, plain, and meant to be without a flaw. Every oracle must stay silent
 * on it, and every canary is this driver with one step overridden.
 */
package dev.crosstalk.reference;
