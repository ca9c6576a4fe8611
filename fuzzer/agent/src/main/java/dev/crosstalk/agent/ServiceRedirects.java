package dev.crosstalk.agent;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;

/**
 * What rewritten classes call for what the JVM has once for all: inside a world its own, so that
 * worlds neither wait for each other nor see each other's names.
 */
public final class ServiceRedirects {
  private ServiceRedirects() {}

  /** For {@link ManagementFactory#getPlatformMBeanServer}. */
  public static MBeanServer getPlatformMBeanServer() {
    var world = WorldThread.current();
    return world == null
        ? ManagementFactory.getPlatformMBeanServer()
        : world.service(MBeanServer.class, MBeanServerFactory::newMBeanServer);
  }
}
