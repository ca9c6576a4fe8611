package dev.crosstalk.server;

/** A key of one database. */
record Place(int database, String key) {}
