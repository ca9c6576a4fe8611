package dev.crosstalk.server;

/** What all connections of a server share. */
record Shared(
    ValueSource values,
    Accounts accounts,
    Changes changes,
    KnownScripts scripts,
    Publisher publisher) {
  Shared(ValueSource values, Accounts accounts, Publisher publisher) {
    this(values, accounts, new Changes(), new KnownScripts(), publisher);
  }
}
