package dev.crosstalk.drivers;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What drivers log through the JDK, as most do where they find nothing else. */
public final class DriverLogs {
  private DriverLogs() {}

  /**
   * Nothing is logged from now on, in this process: what drivers say under faults would bury what
   * we say. Nor are lines made only to be thrown away: Netty looks through the stack for each.
   */
  public static void silence() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
  }
}
