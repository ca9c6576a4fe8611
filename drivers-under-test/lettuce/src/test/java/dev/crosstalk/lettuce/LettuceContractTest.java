package dev.crosstalk.lettuce;

import dev.crosstalk.contract.DriverContract;

/** Inherits everything. */
public final class LettuceContractTest extends DriverContract {}
