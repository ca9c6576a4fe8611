package dev.crosstalk.world.simulated;

import dev.crosstalk.spi.Simulation.Receiver;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes down what arrives. */
record TellingReceiver(List<String> told) implements Receiver {

  @Override
  public void connected() {
    told.add("connected");
  }

  @Override
  public void refused() {
    told.add("refused");
  }

  @Override
  public void received(byte[] bytes) {
    told.add("received " + new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void ended(boolean reset) {
    told.add("ended by " + (reset ? "reset" : "fin"));
  }
}
