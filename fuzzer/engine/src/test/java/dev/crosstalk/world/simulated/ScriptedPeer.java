package dev.crosstalk.world.simulated;

import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The server's end of a connection: says what it is told to, and keeps what it hears. */
final class ScriptedPeer implements Peer {
  final Wire wire;
  final StringBuilder heard = new StringBuilder();
  boolean ended;
  private final Queue<byte[]> chunks = new ArrayDeque<>();

  ScriptedPeer(Wire wire) {
    this.wire = wire;
  }

  /** Sends each text as a chunk of its own. */
  ScriptedPeer say(String... texts) {
    for (String text : texts) {
      chunks.add(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    wire.flush();
    return this;
  }

  @Override
  public void received(byte[] bytes) {
    heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Override
  public Optional<byte[]> next() {
    return Optional.ofNullable(chunks.poll());
  }

  @Override
  public boolean hasNext() {
    return !chunks.isEmpty();
  }

  @Override
  public void ended() {
    ended = true;
  }
}
