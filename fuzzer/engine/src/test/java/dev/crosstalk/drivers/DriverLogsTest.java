package dev.crosstalk.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DriverLogsTest {

  @AfterEach
  void logAsBefore() throws java.io.IOException {
    LogManager.getLogManager().readConfiguration();
  }

  /** A driver asks whether a line is wanted before it makes it. */
  @Test
  void wantsNotEvenTheGravest() {
    Logger known = Logger.getLogger("driver.known");
    assertThat(known.isLoggable(Level.SEVERE)).isTrue();

    DriverLogs.silence();

    assertThat(known.isLoggable(Level.SEVERE)).isFalse();
    assertThat(Logger.getLogger("driver.first-heard-of-later").isLoggable(Level.SEVERE)).isFalse();
  }
}
