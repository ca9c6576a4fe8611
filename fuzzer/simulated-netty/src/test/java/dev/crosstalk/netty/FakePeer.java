package dev.crosstalk.netty;

import dev.crosstalk.spi.Simulation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The server's end of a connection: keeps what it is sent and says what a test tells it to. */
final class FakePeer implements Simulation.Link {
  private final FakeSimulation world;
  private final Simulation.Receiver receiver;
  private boolean over;

  /** One text for each write. */
  final List<String> written = new ArrayList<>();

  /** FIN or RST, once the driver has closed. */
  String closedBy = "";

  FakePeer(FakeSimulation world, Simulation.Receiver receiver) {
    this.world = world;
    this.receiver = receiver;
  }

  void accept() {
    if (!over) {
      receiver.connected();
    }
  }

  void say(String text) {
    world.execute(() -> unlessOver(() -> receiver.received(text.getBytes(StandardCharsets.UTF_8))));
  }

  void end(boolean reset) {
    world.execute(() -> unlessOver(() -> receiver.ended(reset)));
  }

  private void unlessOver(Runnable event) {
    if (!over) {
      event.run();
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    written.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public void close(boolean reset) {
    over = true;
    closedBy = reset ? "RST" : "FIN";
  }
}
