package dev.crosstalk.server;

/** What all connections of a server share. */
record Shared(ValueSource values, Accounts accounts, Changes changes, KnownScripts scripts) {
  Shared(ValueSource values, Accounts accounts) {
    this(values, accounts, new Changes(), new KnownScripts());
  }
}
