package dev.crosstalk.agent;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites those classes of the JDK that wait, keep time or make threads, so that a world's lanes
 * meet its clock in them too. Drivers' classes are left to whoever loads them, and {@link
 * Rewriter}.
 */
public final class Agent {
  private static final Set<Feature> FEATURES = Set.of(Feature.CLOCK, Feature.THREADS);
  private static final Set<Feature> SCHEDULING = Set.of(Feature.WORLD_CLOCK, Feature.THREADS);
  private static final String[] SCHEDULERS = {
    "java/util/concurrent/ScheduledThreadPoolExecutor", "java/util/concurrent/DelayScheduler"
  };
  private static final String[] PREFIXES = {
    "java/util/concurrent/",
    "java/lang/VirtualThread",
    "java/lang/Thread",
    "java/time/Clock",
    "java/util/Date",
    "java/util/Calendar",
    "java/util/GregorianCalendar",
    "java/util/Random"
  };

  private static volatile String trouble = "the agent is not installed";

  private Agent() {}

  /** Whether this JVM was started with the agent, and all was rewritten that has to be. */
  public static boolean isInstalled() {
    return trouble == null;
  }

  /** Why {@link #isInstalled} is false, else null. */
  static String trouble() {
    return trouble;
  }

  /** Called by the JVM before {@code main}. */
  public static void premain(String arguments, Instrumentation jvm) {
    try {
      trouble = null;
      install(jvm);
    } catch (IOException | UnmodifiableClassException | RuntimeException | LinkageError e) {
      trouble = "the agent failed: " + e;
    }
  }

  private static void install(Instrumentation jvm) throws IOException, UnmodifiableClassException {
    var ours = Set.of(Agent.class.getModule());
    jvm.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", ours),
        Set.of(),
        Map.of());
    Lanes.installTimers();
    warmUp();
    jvm.addTransformer(new Waiting(), true);
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      if (type.getClassLoader() == null
          && isWaiting(type.getName().replace('.', '/'))
          && jvm.isModifiableClass(type)) {
        loaded.add(type);
      }
    }
    jvm.retransformClasses(loaded.toArray(Class<?>[]::new));
  }

  /** What a transformer needs must be loaded before: it would be asked about its own classes. */
  private static void warmUp() throws IOException {
    for (String name : List.of("ForkJoinPool", "ThreadPoolExecutor", "CompletableFuture")) {
      String file = "/java/util/concurrent/" + name + ".class";
      try (var in = Object.class.getResourceAsStream(file)) {
        Rewriter.rewrite(in.readAllBytes(), FEATURES);
      }
    }
    Redirects.nanoTime();
    WorldClock.nanoTime();
    ThreadRedirects.currentThread();
    Newcomers.begins(Thread.currentThread());
  }

  private static boolean isWaiting(String name) {
    return isOneOf(name, PREFIXES);
  }

  private static boolean isOneOf(String name, String... prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Rewrites the waiting classes, those loaded already and those to come. */
  private static final class Waiting implements ClassFileTransformer {
    @Override
    public byte[] transform(
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] classFile) {
      if (loader != null || name == null || !isWaiting(name)) {
        return null;
      }
      try {
        byte[] rewritten =
            Rewriter.rewrite(classFile, isOneOf(name, SCHEDULERS) ? SCHEDULING : FEATURES);
        return rewritten == classFile ? null : rewritten;
      } catch (RuntimeException | LinkageError e) {
        // Thrown on, it would be dropped without a word.
        trouble = name + ": " + e;
        return null;
      }
    }
  }
}
