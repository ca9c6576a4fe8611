package dev.crosstalk.reference;

import dev.crosstalk.reference.platform.Platform;
import dev.crosstalk.spi.Settings;
import java.net.InetSocketAddress;

/** Everything a session needs to know. */
public record Setup(Platform platform, InetSocketAddress address, Settings settings) {}
