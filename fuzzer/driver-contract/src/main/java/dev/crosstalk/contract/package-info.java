/**
 * The tests that every driver module inherits: what a driver must do on a healthy server, under the
 * plainest faults, on the saved scenarios, and on generated ones.
 */
package dev.crosstalk.contract;
