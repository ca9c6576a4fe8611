package dev.crosstalk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names and that we write. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Makes its folder; better now than when there is something to write.
   *
   * @throws UsageException when it cannot be written
   */
  static void requireWritable(String option, Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || Files.isDirectory(file) || !canHold(folder)) {
      throw unwritable(option, file);
    }
  }

  static void write(String option, Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw unwritable(option, file);
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

  private static UsageException unwritable(String option, Path file) {
    return new UsageException(
        option, file + " cannot be written", "it takes a file, there or not yet");
  }
}
