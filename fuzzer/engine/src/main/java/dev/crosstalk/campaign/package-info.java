/**
 * Campaigns: many scenarios under one budget, and what becomes of those that violate an invariant.
 */
package dev.crosstalk.campaign;
