package dev.crosstalk.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewritingClassLoaderTest {
  private static final String NAME = "ape.Ape";

  @TempDir private Path folder;

  private Path classes;

  @BeforeEach
  void compile() throws Exception {
    classes = folder.resolve("classes");
    DriverHome.compile(Map.of(NAME, "package ape; public class Ape {}"), classes);
  }

  /** Drivers ask for it, and tell the server. */
  @Test
  void keepsTheVersionThatTheManifestOfAJarSays() throws Exception {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "4.5.6");
    Path jar = folder.resolve("ape.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("ape/Ape.class"));
      out.write(Files.readAllBytes(classes.resolve("ape/Ape.class")));
      out.closeEntry();
    }

    Class<?> loaded = load(jar);

    assertThat(loaded.getPackage().getImplementationVersion()).isEqualTo("4.5.6");
    assertThat(loaded.getProtectionDomain().getCodeSource().getLocation())
        .isEqualTo(jar.toUri().toURL());
  }

  @Test
  void loadsFromAFolderToo() throws Exception {
    assertThat(load(classes).getPackage().getImplementationVersion()).isNull();
  }

  private static Class<?> load(Path from) throws Exception {
    URL[] classPath = {from.toUri().toURL()};
    try (var loader = new RewritingClassLoader("ape", classPath, Rewriting.WORLD_MONITORS)) {
      return loader.loadClass(NAME);
    }
  }
}
