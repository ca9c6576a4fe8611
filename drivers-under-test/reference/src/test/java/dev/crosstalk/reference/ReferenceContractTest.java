package dev.crosstalk.reference;

import dev.crosstalk.contract.DriverContract;

/** Inherits everything. */
public final class ReferenceContractTest extends DriverContract {}
