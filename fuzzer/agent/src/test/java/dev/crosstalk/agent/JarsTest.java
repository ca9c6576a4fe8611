package dev.crosstalk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of real libraries, rewritten and verified; some of what they name is missing. */
class JarsTest {
  /** Where the local repository has them, the oldest and the newest there. */
  private static final List<String> LIBRARIES =
      List.of(
          "redis/clients/jedis",
          "org/apache/commons/commons-pool2",
          "io/netty/netty-common",
          "io/projectreactor/reactor-core",
          "io/lettuce/lettuce-core",
          "commons-logging/commons-logging");

  static Stream<Path> jars() {
    Stream<Path> own =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of);
    Path repository = Path.of(System.getProperty("localRepository", "target"));
    Stream<Path> libraries =
        LIBRARIES.stream().flatMap(library -> jarsIn(repository.resolve(library)));
    return Stream.concat(own, libraries).filter(jar -> jar.toString().endsWith(".jar"));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyClassIsVerified(Path jar) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (var loader = new RewritingLoader(jar);
        var file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(JarsTest::isClass).toList()) {
        String name = entry.getName().replace(".class", "").replace('/', '.');
        try {
          // Links the class and does not initialize it.
          Class.forName(name, false, loader).getDeclaredMethods();
        } catch (VerifyError | ClassFormatError | RuntimeException e) {
          wrong.add(name + ": " + e);
        } catch (ClassNotFoundException | LinkageError e) {
          // Names a class that is in another jar.
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class")
        && !entry.getName().startsWith("META-INF")
        && !entry.getName().equals("module-info.class");
  }

  private static Stream<Path> jarsIn(Path library) {
    if (!Files.isDirectory(library)) {
      return Stream.of();
    }
    try (var files = Files.walk(library, 2)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return jars.size() < 2 ? jars.stream() : Stream.of(jars.getFirst(), jars.getLast());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rewrites all; the other jars come after the one under test. */
  private static final class RewritingLoader extends URLClassLoader {
    RewritingLoader(Path jar) throws MalformedURLException {
      super(new URL[] {jar.toUri().toURL()}, getPlatformClassLoader());
      for (Path other : jars().toList()) {
        addURL(other.toUri().toURL());
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = Rewriter.rewrite(in.readAllBytes(), Set.of(Feature.values()));
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
