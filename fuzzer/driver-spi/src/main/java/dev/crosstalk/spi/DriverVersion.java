package dev.crosstalk.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Reads which version of a driver lies in the driver folder, so that nobody has to write it. */
public final class DriverVersion {

  private DriverVersion() {}

  /**
   * The version in the {@code pom.properties} that Maven puts into jars.
   *
   * @param anchor any class of the driver's jar
   * @return the version, or the jar manifest's, or {@code unknown} where neither is stated
   */
  public static String of(Class<?> anchor, String groupId, String artifactId) {
    String path = "/META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties";
    try (InputStream in = anchor.getResourceAsStream(path)) {
      if (in != null) {
        var properties = new Properties();
        properties.load(in);
        return properties.getProperty("version", "unknown");
      }
    } catch (IOException unreadable) {
      return "unknown";
    }
    String stated = anchor.getPackage().getImplementationVersion();
    return stated == null ? "unknown" : stated;
  }
}
