package dev.crosstalk.world.simulated;

import dev.crosstalk.spi.Simulation.Link;
import dev.crosstalk.spi.Simulation.Receiver;
import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Wire;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * One connection in memory. What the driver writes is there at once; what the server writes is on
 * its way until a turn delivers it, chunk by chunk, in order.
 */
final class SimulatedConnection implements Wire, Link {

  /** What can be on its way. */
  private sealed interface Item {
    record Chunk(byte[] bytes) implements Item {}

    record End(boolean reset) implements Item {}

    record HalfEnd() implements Item {}
  }

  private final SimulatedStage stage;
  private final Receiver receiver;
  private final Queue<Item> onItsWay = new ArrayDeque<>();
  private final Runnable delivery = this::deliver;
  private boolean deliveryQueued;
  private Peer peer;

  /** The server has ended its side, delivered or not. */
  private boolean endedByServer;

  private boolean endedByDriver;

  /** What the driver has sent, and its end, lies here while the server does not read. */
  private final Queue<byte[]> unread = new ArrayDeque<>();

  private boolean reads = true;

  SimulatedConnection(SimulatedStage stage, Receiver receiver) {
    this.stage = stage;
    this.receiver = receiver;
  }

  /** In a turn: the server takes the connection. */
  void accept() {
    if (endedByDriver) {
      return;
    }
    peer = stage.accepted(this);
    receiver.connected();
    flush();
  }

  @Override
  public void flush() {
    if (peer == null || endedByServer || endedByDriver) {
      return;
    }
    for (Optional<byte[]> chunk = peer.next(); chunk.isPresent(); chunk = peer.next()) {
      send(new Item.Chunk(chunk.get()));
    }
  }

  private void send(Item item) {
    onItsWay.add(item);
    if (!deliveryQueued) {
      deliveryQueued = true;
      stage.turns().add(delivery);
    }
  }

  private void deliver() {
    deliveryQueued = false;
    Item item = onItsWay.poll();
    if (item == null || endedByDriver) {
      return;
    }
    switch (item) {
      case Item.Chunk(byte[] bytes) -> receiver.received(bytes);
      case Item.End(boolean reset) -> receiver.ended(reset);
      case Item.HalfEnd() -> receiver.halfEnded();
    }
    if (!onItsWay.isEmpty() && !deliveryQueued) {
      deliveryQueued = true;
      stage.turns().add(delivery);
    }
  }

  @Override
  public void close() {
    endByServer(false);
  }

  @Override
  public void reset() {
    endByServer(true);
  }

  private void endByServer(boolean reset) {
    if (!endedByServer) {
      flush();
      endedByServer = true;
      // As TCP does it: what was not read is answered by a reset.
      send(new Item.End(reset || !unread.isEmpty()));
    }
  }

  @Override
  public void shutOutput() {
    if (!endedByServer && !endedByDriver) {
      flush();
      send(new Item.HalfEnd());
    }
  }

  @Override
  public void stopReading() {
    reads = false;
  }

  @Override
  public void readAgain() {
    if (reads) {
      return;
    }
    reads = true;
    while (!unread.isEmpty() && !endedByServer) {
      peer.received(unread.remove());
    }
    if (endedByDriver) {
      peer.ended();
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (peer != null && !endedByServer && !endedByDriver && length > 0) {
      byte[] chunk = new byte[length];
      System.arraycopy(bytes, offset, chunk, 0, length);
      if (reads) {
        peer.received(chunk);
      } else {
        unread.add(chunk);
      }
    }
  }

  @Override
  public void close(boolean reset) {
    if (!endedByDriver) {
      endedByDriver = true;
      onItsWay.clear();
      if (peer != null && reads) {
        peer.ended();
      }
    }
  }

  @Override
  public boolean taken() {
    return onItsWay.isEmpty();
  }

  @Override
  public boolean written() {
    return true;
  }
}
