package dev.crosstalk.drivers;

import dev.crosstalk.agent.Rewriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.cert.Certificate;

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
    byte[] bytes;
    try (InputStream in = file.openStream()) {
      bytes = Rewriter.rewrite(in.readAllBytes(), rewriting.features());
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (getDefinedPackage(packageName) == null) {
      definePackageOnce(packageName);
    }
    return defineClass(name, bytes, 0, bytes.length, new CodeSource(file, (Certificate[]) null));
  }

  private void definePackageOnce(String name) {
    try {
      definePackage(name, null, null, null, null, null, null, null);
    } catch (IllegalArgumentException definedMeanwhile) {
      // By another thread.
    }
  }
}
