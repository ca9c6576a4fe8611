package dev.crosstalk.agent;

import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods whose calls are redirected, and to where: a line for each. */
final class CallSites {
  static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  static final ClassDesc LANE_THREAD = desc(LaneThread.class);
  static final ClassDesc CLOCKS = desc(Redirects.class);
  private static final ClassDesc WORLD_CLOCK = desc(WorldClock.class);
  static final ClassDesc THREADS = desc(ThreadRedirects.class);
  static final ClassDesc MONITORS = desc(MonitorRedirects.class);

  private static final ClassDesc SERVICES = desc(ServiceRedirects.class);

  private static final String ANY = "*";
  private static final Map<String, Map<String, List<Target>>> BY_NAME = new HashMap<>();

  static {
    statics(Feature.CLOCK, CLOCKS, "java/lang/System", "nanoTime", "()J");
    statics(Feature.WORLD_CLOCK, WORLD_CLOCK, "java/lang/System", "nanoTime", "()J");
    statics(Feature.CLOCK, CLOCKS, "java/lang/System", "currentTimeMillis", "()J");
    statics(Feature.CLOCK, CLOCKS, "java/time/Instant", "now", "()Ljava/time/Instant;");
    statics(Feature.RANDOM, CLOCKS, "java/lang/Math", "random", "()D");
    statics(Feature.RANDOM, CLOCKS, "java/util/UUID", "randomUUID", "()Ljava/util/UUID;");
    statics(Feature.THREADS, THREADS, "java/lang/Thread", "currentThread", "()Ljava/lang/Thread;");
    methods(
        Feature.THREADS,
        THREADS,
        "java/util/concurrent/ThreadFactory",
        "newThread",
        "(Ljava/lang/Runnable;)Ljava/lang/Thread;");
    methods(Feature.THREADS, THREADS, "java/lang/Thread", "setDaemon", "(Z)V");
    statics(
        Feature.SERVICES,
        SERVICES,
        "java/lang/management/ManagementFactory",
        "getPlatformMBeanServer",
        "()Ljavax/management/MBeanServer;");
    statics(Feature.MONITORS, MONITORS, "java/lang/Thread", "holdsLock", "(Ljava/lang/Object;)Z");
    // Final in Object, so that whatever class the call names it is theirs.
    methods(Feature.MONITORS, MONITORS, ANY, "wait", "()V");
    methods(Feature.MONITORS, MONITORS, ANY, "wait", "(J)V");
    methods(Feature.MONITORS, MONITORS, ANY, "wait", "(JI)V");
    methods(Feature.MONITORS, MONITORS, ANY, "notify", "()V");
    methods(Feature.MONITORS, MONITORS, ANY, "notifyAll", "()V");
  }

  private CallSites() {}

  /** The redirect for calls of a method, else null. */
  static Target find(MemberRefEntry method, Set<Feature> features) {
    var candidates = BY_NAME.get(method.name().stringValue());
    if (candidates == null) {
      return null;
    }
    String type = method.type().stringValue();
    List<Target> targets = candidates.get(method.owner().asInternalName() + type);
    targets = targets == null ? candidates.getOrDefault(ANY + type, List.of()) : targets;
    for (Target target : targets) {
      if (features.contains(target.feature)) {
        return target;
      }
    }
    return null;
  }

  private static void statics(
      Feature feature, ClassDesc to, String owner, String name, String type) {
    add(owner, type, new Target(feature, to, name, MethodTypeDesc.ofDescriptor(type), true));
  }

  private static void methods(
      Feature feature, ClassDesc to, String owner, String name, String type) {
    var receiver = owner.equals(ANY) ? ConstantDescs.CD_Object : ClassDesc.ofInternalName(owner);
    var withReceiver = MethodTypeDesc.ofDescriptor(type).insertParameterTypes(0, receiver);
    add(owner, type, new Target(feature, to, name, withReceiver, false));
  }

  private static void add(String owner, String type, Target target) {
    BY_NAME
        .computeIfAbsent(target.name, name -> new HashMap<>())
        .computeIfAbsent(owner + type, site -> new ArrayList<>(1))
        .add(target);
  }

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /**
   * A static method of ours.
   *
   * @param type with the receiver as first parameter, where the redirected method has one
   * @param isStatic whether the redirected method is static
   */
  record Target(
      Feature feature, ClassDesc owner, String name, MethodTypeDesc type, boolean isStatic) {}
}
