package dev.crosstalk.jedis;

import dev.crosstalk.contract.DriverContract;

/** Inherits everything. */
public final class JedisContractTest extends DriverContract {}
