package dev.crosstalk.netty;

import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DefaultSocketChannelConfig;
import java.io.IOException;
import java.net.Socket;

/** Takes every option of a socket, though a connection in memory heeds SO_LINGER 0 alone. */
final class SimulatedChannelConfig extends DefaultSocketChannelConfig {
  private final SimulatedSocketChannel simulated;

  SimulatedChannelConfig(SimulatedSocketChannel channel) throws IOException {
    super(channel, new Keeper());
    simulated = channel;
  }

  private static final class Keeper extends Socket {
    Keeper() throws IOException {
      super(new SocketOptionsOnly());
    }
  }

  /** True, or the bootstrap would log that it does not know the options of the system's sockets. */
  @Override
  public <T> boolean setOption(ChannelOption<T> option, T value) {
    super.setOption(option, value);
    return true;
  }

  @Override
  protected void autoReadCleared() {
    simulated.clearReadPending();
  }
}
