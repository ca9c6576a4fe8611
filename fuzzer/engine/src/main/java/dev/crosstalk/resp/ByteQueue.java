package dev.crosstalk.resp;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;

/**
 * The bytes a decoder was fed and has not yet consumed; the one mutable buffer of this package,
 * owned by its decoder. Indexes count from the first unconsumed byte. Appending costs amortised
 * constant time per byte, whatever the sizes of the chunks.
 */
final class ByteQueue {
  private static final int START_BYTES = 256;
  private static final int KEPT_BYTES_MAX = 64 * 1024;
  private static final int ARRAY_BYTES_MAX = Integer.MAX_VALUE - 8;

  private byte[] store = new byte[START_BYTES];
  private int head;
  private int tail;
  private long consumed;

  void append(byte[] chunk, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, chunk.length);
    if (store.length - tail < length) {
      makeRoom(Math.addExact(size(), length));
    }
    System.arraycopy(chunk, offset, store, tail, length);
    tail += length;
  }

  // Moving in place only what fills at most half the store keeps single-byte appends linear.
  private void makeRoom(int needed) {
    byte[] target = store;
    if (needed > store.length / 2) {
      target = new byte[(int) Math.min(2L * needed, ARRAY_BYTES_MAX)];
    }
    System.arraycopy(store, head, target, 0, size());
    tail = size();
    head = 0;
    store = target;
  }

  /** How many bytes were consumed before the first one held. */
  long consumed() {
    return consumed;
  }

  int size() {
    return tail - head;
  }

  byte at(int index) {
    return store[head + index];
  }

  Bytes slice(int from, int to) {
    return Bytes.owning(Arrays.copyOfRange(store, head + from, head + to));
  }

  String text(int from, int to, Charset charset) {
    return new String(store, head + from, to - from, charset);
  }

  void consume(int count) {
    head += count;
    consumed += count;
    if (head == tail) {
      head = 0;
      tail = 0;
      if (store.length > KEPT_BYTES_MAX) {
        store = new byte[START_BYTES];
      }
    }
  }

  /** What to throw because the bytes from {@code from} to {@code to} are not acceptable. */
  RespSyntaxException refusal(int from, int to, String accepted) {
    return new RespSyntaxException(consumed + from, slice(from, to).toString(), accepted);
  }
}
