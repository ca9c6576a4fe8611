package dev.crosstalk.drivers;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads one driver folder. Its parent passes on the JDK and the driver SPI, nothing else of ours,
 * so a driver's Netty, Jackson or Scala never meets another's or the fuzzer's.
 */
class DriverClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  DriverClassLoader(String name, URL[] classPath) {
    super("driver " + name, classPath, new SpiOnly());
  }

  /** Between the driver and the JDK: the SPI's classes, as the fuzzer has them. */
  private static final class SpiOnly extends ClassLoader {
    private static final String SPI = "dev.crosstalk.spi.";

    static {
      registerAsParallelCapable();
    }

    SpiOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(SPI)) {
        return Class.forName(name, false, DriverClassLoader.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }
}
