package dev.crosstalk.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/** A home with driver folders, compiled on the fly. */
final class DriverHome {
  static final String SERVICE = "META-INF/services/dev.crosstalk.spi.Driver";

  private final Path home;

  DriverHome(Path home) {
    this.home = home;
  }

  Path path() {
    return home;
  }

  Path folder(String module) {
    return home.resolve("drivers-under-test").resolve(module).resolve("target/driver");
  }

  /** A module whose driver, of the same name, has one variant. */
  void addDriver(String module) throws IOException {
    addModule(
        module, Map.of("sample.SampleDriver", driverSource(module, "")), "sample.SampleDriver");
  }

  /** A module with these classes, the given one registered. */
  void addModule(String module, Map<String, String> sourcesByName, String registered)
      throws IOException {
    Path classes = folder(module).resolve("classes");
    compile(sourcesByName, classes);
    register(module, registered);
  }

  void register(String module, String registered) throws IOException {
    Path service = folder(module).resolve("classes").resolve(SERVICE);
    Files.createDirectories(service.getParent());
    Files.writeString(service, registered + "\n");
  }

  static void compile(Map<String, String> sourcesByName, Path classes) throws IOException {
    Files.createDirectories(classes);
    Path sources = Files.createTempDirectory(classes.getParent(), "sources");
    var arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path") + ":" + classes));
    for (var entry : new TreeMap<>(sourcesByName).entrySet()) {
      Path file = sources.resolve(entry.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, entry.getValue()).toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }

  /** A driver that declares itself, running {@code first} when it does. */
  static String driverSource(String name, String first) {
    return """
    package sample;

    import dev.crosstalk.spi.*;
    import java.util.List;

    public final class SampleDriver implements Driver {
      @Override public Declaration declaration() {
        %s
        return new Declaration(
            "%s", "1.0", Kind.CANARY, List.of(Variant.named("plain").build()));
      }
      @Override public Client open(Surroundings surroundings) {
        throw new UnsupportedOperationException();
      }
      @Override public Outcome outcomeOf(Throwable failure) {
        return new Outcome.Garbled(failure.toString());
      }
    }
    """
        .formatted(first, name);
  }
}
