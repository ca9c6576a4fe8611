package dev.crosstalk.canaries;

import dev.crosstalk.contract.CorpusContract;

/** Inherits everything. */
public final class CanariesContractTest extends CorpusContract {}
