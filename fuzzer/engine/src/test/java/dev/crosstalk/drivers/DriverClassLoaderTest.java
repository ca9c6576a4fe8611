package dev.crosstalk.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.spi.Driver;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverClassLoaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.String", "java.net.http.HttpClient", "java.sql.Driver"})
  void seesTheJdk(String name) throws Exception {
    try (var loader = new DriverClassLoader("ape", new URL[0])) {
      assertThat(loader.loadClass(name)).isSameAs(Class.forName(name));
    }
  }

  @Test
  void seesTheVerySpiThatTheFuzzerSees() throws Exception {
    try (var loader = new DriverClassLoader("ape", new URL[0])) {
      assertThat(loader.loadClass(Driver.class.getName())).isSameAs(Driver.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.crosstalk.replay.Replay",
        "dev.crosstalk.drivers.DriverFolders",
        "dev.crosstalk.resp.RespValue",
        "com.fasterxml.jackson.databind.ObjectMapper",
        "net.jqwik.api.Arbitrary"
      })
  void seesNothingElseOfTheFuzzer(String name) throws Exception {
    assertThat(Class.forName(name)).isNotNull();
    try (var loader = new DriverClassLoader("ape", new URL[0])) {
      assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void seesNoResourceOfTheFuzzer() throws Exception {
    String resource = "dev/crosstalk/replay/Replay.class";
    assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
    try (var loader = new DriverClassLoader("ape", new URL[0])) {
      assertThat(loader.getResource(resource)).isNull();
    }
  }

  @Test
  void loadsADriversOwnCopyOfALibraryThatTheFuzzerHasToo(@TempDir Path classes)
      throws IOException, ClassNotFoundException {
    String name = "com.fasterxml.jackson.databind.ObjectMapper";
    DriverHome.compile(
        Map.of(name, "package com.fasterxml.jackson.databind; public class ObjectMapper {}"),
        classes.resolve("jackson"));
    URL[] classPath = {classes.resolve("jackson").toUri().toURL()};
    try (var loader = new DriverClassLoader("ape", classPath)) {
      Class<?> own = loader.loadClass(name);
      assertThat(own.getClassLoader()).isSameAs(loader);
      assertThat(own).isNotSameAs(Class.forName(name));
    }
  }

  @Test
  void cannotBeGivenAnotherSpi(@TempDir Path classes) throws IOException, ClassNotFoundException {
    DriverHome.compile(
        Map.of("dev.crosstalk.spi.Driver", "package dev.crosstalk.spi; public interface Driver {}"),
        classes.resolve("spi"));
    URL[] classPath = {classes.resolve("spi").toUri().toURL()};
    try (var loader = new DriverClassLoader("ape", classPath)) {
      assertThat(loader.loadClass(Driver.class.getName())).isSameAs(Driver.class);
    }
  }

  @Test
  void saysWhoseItIs() throws IOException {
    try (var loader = new DriverClassLoader("ape", new URL[0])) {
      assertThat(loader.getName()).isEqualTo("driver ape");
    }
  }
}
