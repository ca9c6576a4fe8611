package dev.crosstalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Our version, as Maven leaves it in the jar. */
final class Version implements IVersionProvider {
  private static final String RESOURCE = "/META-INF/maven/dev.crosstalk/cli/pom.properties";

  Version() {}

  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    }
    return new String[] {"crosstalk " + properties.getProperty("version", "(not from a jar)")};
  }
}
