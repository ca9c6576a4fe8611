package dev.crosstalk.resp;

import java.util.Arrays;

/** Bytes on their way to one array; owned by one encoder. */
final class ByteSink {
  private byte[] store = new byte[64];
  private int size;

  void add(char ascii) {
    makeRoom(1);
    store[size++] = (byte) ascii;
  }

  void add(byte[] bytes) {
    makeRoom(bytes.length);
    System.arraycopy(bytes, 0, store, size, bytes.length);
    size += bytes.length;
  }

  private void makeRoom(int count) {
    if (store.length - size < count) {
      store = Arrays.copyOf(store, Math.max(2 * store.length, Math.addExact(size, count)));
    }
  }

  byte[] toArray() {
    return Arrays.copyOf(store, size);
  }
}
