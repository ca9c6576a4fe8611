package dev.crosstalk.resp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All that a decoder gave for bytes fed in chunks: what it decoded, then why it refused more. */
record Decoded<T>(List<T> items, Optional<String> refusal, boolean atBoundary) {

  /** Chunk sizes are used in turn, again from the first when they run out; zeros are legal. */
  static Decoded<RespValue> replies(byte[] wire, List<Integer> chunks, RespLimits limits) {
    RespDecoder decoder = new RespDecoder(limits);
    Feed feed = decoder::feed;
    return of(wire, chunks, feed, decoder::poll, decoder::isBetweenValues);
  }

  static Decoded<RespValue> replies(byte[] wire, List<Integer> chunks) {
    return replies(wire, chunks, RespLimits.DEFAULT);
  }

  static Decoded<RespValue> replies(String wire) {
    return replies(Wire.of(wire), List.of(wire.length()));
  }

  static Decoded<List<Bytes>> requests(byte[] wire, List<Integer> chunks, RespLimits limits) {
    RequestDecoder decoder = new RequestDecoder(limits);
    Feed feed = decoder::feed;
    return of(wire, chunks, feed, decoder::poll, decoder::isBetweenRequests);
  }

  static Decoded<List<Bytes>> requests(byte[] wire, List<Integer> chunks) {
    return requests(wire, chunks, RespLimits.DEFAULT);
  }

  static Decoded<List<Bytes>> requests(String wire) {
    return requests(Wire.of(wire), List.of(wire.length()));
  }

  T only() {
    if (items.size() != 1 || refusal.isPresent() || !atBoundary) {
      throw new AssertionError("not one item and nothing else: " + this);
    }
    return items.getFirst();
  }

  private static <T> Decoded<T> of(
      byte[] wire,
      List<Integer> chunks,
      Feed feed,
      Supplier<Optional<T>> poll,
      Supplier<Boolean> atBoundary) {
    List<T> items = new ArrayList<>();
    int at = 0;
    try {
      for (int i = 0; at < wire.length; i++) {
        int length = Math.min(chunks.get(i % chunks.size()), wire.length - at);
        feed.accept(wire, at, length);
        at += length;
        for (Optional<T> item = poll.get(); item.isPresent(); item = poll.get()) {
          items.add(item.get());
        }
      }
      return new Decoded<>(items, Optional.empty(), atBoundary.get());
    } catch (RespSyntaxException | RequestSyntaxException e) {
      return new Decoded<>(items, Optional.of(e.getMessage()), false);
    }
  }

  @FunctionalInterface
  private interface Feed {
    void accept(byte[] chunk, int offset, int length);
  }
}
