package io.netty.channel.socket.nio;

import dev.crosstalk.netty.SimulatedSocketChannel;

/**
 * Stands before Netty's class of this name where the world is simulated: for drivers that leave no
 * choice of channel. Has the one constructor that a driver's factory calls.
 */
public final class NioSocketChannel extends SimulatedSocketChannel {

  public NioSocketChannel() {}
}
