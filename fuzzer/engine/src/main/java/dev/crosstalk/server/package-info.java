/**
 * The server, sans-IO: a state machine from bytes received to replies owed, and the gate that
 * decides byte by byte what of them leaves. No sockets, no clock, no threads.
 */
package dev.crosstalk.server;
