package dev.crosstalk.agent;

import java.io.IOException;
import java.util.Set;

/** Loads test classes rewritten, and all others as they are. */
final class Rewritten extends ClassLoader {
  private final Class<?> outer;
  private final Set<Feature> features;

  private Rewritten(Class<?> outer, Set<Feature> features) {
    super(outer.getClassLoader());
    this.outer = outer;
    this.features = features;
  }

  /** A new object of a class like this one, in which all nested classes are rewritten too. */
  static Object of(Class<?> type, Feature... features) throws ReflectiveOperationException {
    var constructor =
        new Rewritten(type, Set.of(features)).loadClass(type.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(outer.getName()) && !name.startsWith(outer.getName() + "$")) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] rewritten = Rewriter.rewrite(in.readAllBytes(), features);
      return defineClass(name, rewritten, 0, rewritten.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
