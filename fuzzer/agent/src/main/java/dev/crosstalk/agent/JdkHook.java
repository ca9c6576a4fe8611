package dev.crosstalk.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A method of the JDK that begins by asking whether its world answers in its place. Hooks are for
 * what the JDK does inside itself and no call in a driver shows.
 *
 * @param type of the hooked method, as a descriptor
 * @param locals types of the method's locals at its start
 * @param ask leaves true on the stack where the world answers
 * @param answer returns
 */
record JdkHook(
    String owner,
    String method,
    String type,
    List<ClassDesc> locals,
    Consumer<CodeBuilder> ask,
    Consumer<CodeBuilder> answer) {
  private static final ClassDesc POOL = ClassDesc.of("java.util.concurrent.ForkJoinPool");
  private static final ClassDesc DELAYED =
      ClassDesc.of("java.util.concurrent.DelayScheduler$ScheduledForkJoinTask");
  private static final ClassDesc RUNNABLE = ClassDesc.of("java.lang.Runnable");
  private static final ClassDesc LOCAL_RANDOM =
      ClassDesc.of("java.util.concurrent.ThreadLocalRandom");
  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

  static final List<JdkHook> ALL =
      List.of(
          new JdkHook(
              "java/time/Clock",
              "currentInstant",
              "()Ljava/time/Instant;",
              List.of(),
              JdkHook::askWhetherInside,
              code ->
                  code.invokestatic(CallSites.CLOCKS, "instant", MethodTypeDesc.of(INSTANT))
                      .areturn()),
          new JdkHook(
              "java/util/Random",
              "seedUniquifier",
              "()J",
              List.of(),
              JdkHook::askWhetherInside,
              code ->
                  code.invokestatic(
                          CallSites.CLOCKS, "seed", MethodTypeDesc.of(ConstantDescs.CD_long))
                      .lreturn()),
          new JdkHook(
              "java/util/concurrent/ThreadLocalRandom",
              "nextSeed",
              "()J",
              List.of(LOCAL_RANDOM),
              JdkHook::askWhetherInside,
              code ->
                  code.invokestatic(
                          CallSites.CLOCKS, "seed", MethodTypeDesc.of(ConstantDescs.CD_long))
                      .lreturn()),
          new JdkHook(
              "java/util/concurrent/ForkJoinPool",
              "execute",
              "(Ljava/lang/Runnable;)V",
              List.of(POOL, RUNNABLE),
              code ->
                  code.aload(0)
                      .aload(1)
                      .invokestatic(
                          CallSites.THREADS,
                          "execute",
                          MethodTypeDesc.of(ConstantDescs.CD_boolean, POOL, RUNNABLE)),
              CodeBuilder::return_),
          new JdkHook(
              "java/util/concurrent/ForkJoinPool",
              "scheduleDelayedTask",
              "(" + DELAYED.descriptorString() + ")" + DELAYED.descriptorString(),
              List.of(POOL, DELAYED),
              code ->
                  code.aload(1)
                      .invokestatic(
                          CallSites.THREADS,
                          "schedule",
                          MethodTypeDesc.of(
                              ConstantDescs.CD_boolean,
                              ClassDesc.of("java.util.concurrent.ScheduledFuture"))),
              code -> code.aload(1).areturn()));

  /** The hook of a method, else null. */
  static JdkHook find(String owner, MethodModel method) {
    for (JdkHook hook : ALL) {
      if (hook.owner.equals(owner)
          && method.methodName().equalsString(hook.method)
          && method.methodType().equalsString(hook.type)) {
        return hook;
      }
    }
    return null;
  }

  /**
   * Writes the question, to go before the code, and returns the map of the place where that begins.
   * One does nothing there, since code that begins with a loop has a map of its beginning already.
   */
  StackMapFrameInfo start(CodeBuilder code) {
    Label unanswered = code.newLabel();
    ask.accept(code);
    code.ifeq(unanswered);
    answer.accept(code);
    code.labelBinding(unanswered).nop();
    List<VerificationTypeInfo> types = new ArrayList<>();
    locals.forEach(type -> types.add(ObjectVerificationTypeInfo.of(type)));
    return StackMapFrameInfo.of(unanswered, types, List.of());
  }

  private static void askWhetherInside(CodeBuilder code) {
    code.invokestatic(CallSites.CLOCKS, "isInside", MethodTypeDesc.of(ConstantDescs.CD_boolean));
  }
}
