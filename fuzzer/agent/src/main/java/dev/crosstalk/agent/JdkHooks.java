package dev.crosstalk.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The methods of the JDK in whose place a world, or a lane, may answer. */
final class JdkHooks {
  private static final ClassDesc THREAD = CallSites.THREAD;
  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc LONG = ConstantDescs.CD_long;
  private static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
  private static final ClassDesc VOID = ConstantDescs.CD_void;
  private static final ClassDesc RUNNABLE = ClassDesc.of("java.lang.Runnable");
  private static final ClassDesc CLOCK = ClassDesc.of("java.time.Clock");
  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
  private static final ClassDesc DURATION = ClassDesc.of("java.time.Duration");
  private static final ClassDesc RANDOM = ClassDesc.of("java.util.Random");
  private static final ClassDesc LOCAL_RANDOM =
      ClassDesc.of("java.util.concurrent.ThreadLocalRandom");
  private static final ClassDesc POOL = ClassDesc.of("java.util.concurrent.ForkJoinPool");
  private static final ClassDesc DELAYED =
      ClassDesc.of("java.util.concurrent.DelayScheduler$ScheduledForkJoinTask");
  private static final ClassDesc FUTURE = ClassDesc.of("java.util.concurrent.ScheduledFuture");
  private static final ClassDesc CONTAINER = ClassDesc.of("jdk.internal.vm.ThreadContainer");
  private static final ClassDesc NEWCOMERS = ClassDesc.of("dev.crosstalk.agent.Newcomers");
  private static final ClassDesc SUPPORT = ClassDesc.of("java.util.concurrent.locks.LockSupport");

  private static final List<JdkHook> ALL =
      List.of(
          answered(CLOCK, "currentInstant", INSTANT, List.of(), "isClocked", "instant"),
          answered(RANDOM, "seedUniquifier", LONG, List.of(), "isInside", "seed"),
          answered(LOCAL_RANDOM, "nextSeed", LONG, List.of(LOCAL_RANDOM), "isInside", "seed"),
          new JdkHook(
              POOL,
              "execute",
              MethodTypeDesc.of(VOID, RUNNABLE),
              List.of(POOL, RUNNABLE),
              JdkHooks::offerTask,
              CodeBuilder::return_),
          new JdkHook(
              POOL,
              "scheduleDelayedTask",
              MethodTypeDesc.of(DELAYED, DELAYED),
              List.of(POOL, DELAYED),
              JdkHooks::offerDelayed,
              code -> code.aload(1).areturn()),
          told(THREAD, "start", List.of(), "starts"),
          told(THREAD, "start", List.of(CONTAINER), "starts"),
          told(THREAD, "run", List.of(), "begins"),
          lane(
              THREAD,
              "isAlive",
              BOOLEAN,
              List.of(),
              code -> code.invokevirtual(THREAD, "isAlive", MethodTypeDesc.of(BOOLEAN)).ireturn()),
          lane(
              THREAD,
              "join",
              VOID,
              List.of(LONG),
              code ->
                  code.lload(1)
                      .invokevirtual(THREAD, "join", MethodTypeDesc.of(VOID, LONG))
                      .return_()),
          lane(
              THREAD,
              "join",
              BOOLEAN,
              List.of(DURATION),
              code ->
                  code.aload(1)
                      .invokevirtual(THREAD, "join", MethodTypeDesc.of(BOOLEAN, DURATION))
                      .ireturn()),
          new JdkHook(
              SUPPORT,
              "parkNanos",
              MethodTypeDesc.of(VOID, OBJECT, LONG),
              List.of(OBJECT, LONG),
              code ->
                  code.aload(0)
                      .lload(1)
                      .invokestatic(
                          CallSites.CLOCKS, "parkNanos", MethodTypeDesc.of(BOOLEAN, OBJECT, LONG)),
              CodeBuilder::return_),
          new JdkHook(
              SUPPORT,
              "parkNanos",
              MethodTypeDesc.of(VOID, LONG),
              List.of(LONG),
              code ->
                  code.lload(0)
                      .invokestatic(
                          CallSites.CLOCKS, "parkNanos", MethodTypeDesc.of(BOOLEAN, LONG)),
              CodeBuilder::return_),
          new JdkHook(
              SUPPORT,
              "unpark",
              MethodTypeDesc.of(VOID, THREAD),
              List.of(THREAD),
              JdkHooks::askForLane,
              code ->
                  lane(code)
                      .invokestatic(SUPPORT, "unpark", MethodTypeDesc.of(VOID, THREAD))
                      .return_()));

  private JdkHooks() {}

  /** The hook of a method, else null. */
  static JdkHook find(ClassDesc owner, MethodModel method) {
    for (JdkHook hook : ALL) {
      if (hook.owner().equals(owner)
          && method.methodName().equalsString(hook.method())
          && method.methodTypeSymbol().equals(hook.type())) {
        return hook;
      }
    }
    return null;
  }

  static boolean isHooked(ClassDesc owner) {
    return ALL.stream().anyMatch(hook -> hook.owner().equals(owner));
  }

  /** A redirect answers, where another one says so. */
  private static JdkHook answered(
      ClassDesc owner,
      String method,
      ClassDesc result,
      List<ClassDesc> locals,
      String question,
      String redirect) {
    return new JdkHook(
        owner,
        method,
        MethodTypeDesc.of(result),
        locals,
        code -> code.invokestatic(CallSites.CLOCKS, question, MethodTypeDesc.of(BOOLEAN)),
        code ->
            code.invokestatic(CallSites.CLOCKS, redirect, MethodTypeDesc.of(result))
                .return_(TypeKind.from(result)));
  }

  /** Somebody is told of the thread, and what it does stays the JDK's. */
  private static JdkHook told(
      ClassDesc owner, String method, List<ClassDesc> parameters, String listener) {
    List<ClassDesc> locals = new ArrayList<>(parameters);
    locals.addFirst(owner);
    return new JdkHook(
        owner,
        method,
        MethodTypeDesc.of(VOID, parameters),
        locals,
        code -> code.aload(0).invokestatic(NEWCOMERS, listener, MethodTypeDesc.of(BOOLEAN, THREAD)),
        CodeBuilder::return_);
  }

  /** Of a thread whose work a lane does, that lane answers. */
  private static JdkHook lane(
      ClassDesc owner,
      String method,
      ClassDesc result,
      List<ClassDesc> parameters,
      Consumer<CodeBuilder> answer) {
    List<ClassDesc> locals = new ArrayList<>(parameters);
    locals.addFirst(owner);
    return new JdkHook(
        owner,
        method,
        MethodTypeDesc.of(result, parameters),
        locals,
        JdkHooks::askForLane,
        code -> answer.accept(lane(code)));
  }

  private static void offerTask(CodeBuilder code) {
    var type = MethodTypeDesc.of(BOOLEAN, POOL, RUNNABLE);
    code.aload(0).aload(1).invokestatic(CallSites.THREADS, "execute", type);
  }

  private static void offerDelayed(CodeBuilder code) {
    code.aload(1).invokestatic(CallSites.THREADS, "schedule", MethodTypeDesc.of(BOOLEAN, FUTURE));
  }

  private static void askForLane(CodeBuilder code) {
    code.aload(0).invokestatic(CallSites.THREADS, "hasLane", MethodTypeDesc.of(BOOLEAN, THREAD));
  }

  private static CodeBuilder lane(CodeBuilder code) {
    return code.aload(0).invokestatic(CallSites.THREADS, "lane", MethodTypeDesc.of(THREAD, THREAD));
  }
}
