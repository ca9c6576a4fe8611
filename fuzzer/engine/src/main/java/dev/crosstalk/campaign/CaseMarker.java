package dev.crosstalk.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * A few bytes that a worker shares with the process that started it: the number of the case it
 * began last. They outlive it, however it ends, and cost a case nothing.
 */
final class CaseMarker {
  private static final long NONE = -1;

  private final Path file;
  private final MappedByteBuffer bytes;

  private CaseMarker(Path file) {
    this.file = file;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      this.bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot share " + file + " with a worker", failed);
    }
  }

  /** A new one, in a file for temporary things. */
  static CaseMarker create() {
    try {
      var marker = new CaseMarker(Files.createTempFile("crosstalk-", ".case"));
      marker.set(NONE);
      return marker;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot make a file to share with a worker", failed);
    }
  }

  /** The one that another process has made. */
  static CaseMarker of(Path file) {
    return new CaseMarker(file);
  }

  Path file() {
    return file;
  }

  /** Of several threads each writes its own number: the one that stays is as good as any. */
  void set(long number) {
    bytes.putLong(0, number);
  }

  /** The case begun last; empty when there was none. */
  OptionalLong latest() {
    long number = bytes.getLong(0);
    return number == NONE ? OptionalLong.empty() : OptionalLong.of(number);
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      // The system tidies its folder for temporary things.
    }
  }
}
