package dev.crosstalk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that {@code --out} names. */
final class OutputFolder {

  private OutputFolder() {}

  /**
   * Better said now than when the first finding is to be saved.
   *
   * @throws UsageException when it cannot be made, or written to
   */
  static void requireUsable(Path folder) {
    Path nearest = folder.toAbsolutePath().normalize();
    while (!Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    if (!Files.isDirectory(nearest) || !canHold(folder)) {
      throw new UsageException(
          "--out",
          nearest + " is no folder we can write to",
          "it takes a folder, there or not yet");
    }
  }

  private static boolean canHold(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder);
    } catch (IOException refused) {
      return false;
    }
  }
}
