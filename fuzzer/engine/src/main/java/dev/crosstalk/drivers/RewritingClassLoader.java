package dev.crosstalk.drivers;

import dev.crosstalk.agent.Rewriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.jar.Manifest;

/** Loads a driver for one simulated world, its classes rewritten on their way in. */
final class RewritingClassLoader extends DriverClassLoader {
  private final Rewriting rewriting;

  static {
    registerAsParallelCapable();
  }

  RewritingClassLoader(String name, URL[] classPath, Rewriting rewriting) {
    super(name, classPath);
    this.rewriting = rewriting;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    URL file = findResource(name.replace('.', '/') + ".class");
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    try {
      URLConnection connection = file.openConnection();
      Origin origin = Origin.of(connection, file);
      byte[] bytes;
      try (InputStream in = connection.getInputStream()) {
        bytes = Rewriter.rewrite(in.readAllBytes(), rewriting.features());
      }
      define(name.substring(0, Math.max(0, name.lastIndexOf('.'))), origin);
      var source = new CodeSource(origin.location(), (Certificate[]) null);
      return defineClass(name, bytes, 0, bytes.length, source);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  /**
   * A jar or a folder, and what a jar's manifest says: drivers tell servers their version by it.
   */
  private record Origin(URL location, Optional<Manifest> manifest) {
    static Origin of(URLConnection connection, URL file) throws IOException {
      return connection instanceof JarURLConnection jar
          ? new Origin(jar.getJarFileURL(), Optional.ofNullable(jar.getManifest()))
          : new Origin(file, Optional.empty());
    }
  }

  private void define(String packageName, Origin origin) {
    if (getDefinedPackage(packageName) != null) {
      return;
    }
    try {
      if (origin.manifest().isPresent()) {
        definePackage(packageName, origin.manifest().get(), origin.location());
      } else {
        definePackage(packageName, null, null, null, null, null, null, null);
      }
    } catch (IllegalArgumentException definedMeanwhile) {
      // By another thread.
    }
  }
}
