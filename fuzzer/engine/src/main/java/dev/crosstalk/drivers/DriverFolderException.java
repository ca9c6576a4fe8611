package dev.crosstalk.drivers;

import java.nio.file.Path;

/** A driver folder is there, but its driver cannot be loaded. */
public final class DriverFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DriverFolderException(Path folder, Throwable cause) {
    super("the driver in " + folder + " cannot be loaded: " + cause, cause);
  }
}
