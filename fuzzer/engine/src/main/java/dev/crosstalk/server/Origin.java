package dev.crosstalk.server;

/**
 * What a value names besides its key: where, as whom, and by which execution it was read.
 *
 * @param clientName what the connection was named then, empty text for nothing; no value tells it
 * @param serial number of the execution, unique in the case, counted from 1
 */
public record Origin(int database, String user, String clientName, int serial) {}
