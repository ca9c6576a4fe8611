package dev.crosstalk.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Rewrites single instructions of one class: calls, references to methods, and locks. Each becomes
 * a few that take and leave the same on the stack.
 *
 * @param inJdk whether the class is one of the JDK's: then of all about threads only factories
 *     count
 */
record Redirection(Set<Feature> features, boolean inJdk) {
  private static final MethodTypeDesc LOCK =
      MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  /** Whether locks are redirected. */
  boolean locks() {
    return features.contains(Feature.MONITORS);
  }

  boolean matches(Instruction instruction) {
    return switch (instruction) {
      case InvokeInstruction call -> target(call) != null;
      case InvokeDynamicInstruction call ->
          call.invokedynamic().bootstrap().arguments().stream().anyMatch(this::isRedirected);
      case MonitorInstruction _ -> locks();
      default -> false;
    };
  }

  /** Writes what stands for an instruction that {@link #matches}. */
  void write(Instruction instruction, CodeBuilder code) {
    switch (instruction) {
      case InvokeInstruction call -> {
        var target = target(call);
        code.invokestatic(target.owner(), target.name(), target.type());
      }
      case InvokeDynamicInstruction call -> code.invokedynamic(callSite(call));
      case MonitorInstruction lock ->
          code.invokestatic(
                  CallSites.MONITORS, lock.opcode() == Opcode.MONITORENTER ? "enter" : "exit", LOCK)
              .with(lock);
      default -> throw new IllegalArgumentException(instruction.toString());
    }
  }

  CallSites.Target target(MemberRefEntry method) {
    var target = CallSites.find(method, features);
    boolean ours =
        !inJdk
            || target == null
            || target.feature() != Feature.THREADS
            || target.name().equals("newThread");
    return ours ? target : null;
  }

  private CallSites.Target target(InvokeInstruction call) {
    var target = target(call.method());
    boolean isStatic = call.opcode() == Opcode.INVOKESTATIC;
    return target != null && target.isStatic() == isStatic ? target : null;
  }

  private boolean isRedirected(LoadableConstantEntry argument) {
    return argument instanceof MethodHandleEntry handle && redirected(handle) != null;
  }

  private MethodHandleDesc redirected(MethodHandleEntry handle) {
    MemberRefEntry method = handle.reference();
    if (features.contains(Feature.THREADS) && !inJdk && isNewThread(handle)) {
      return MethodHandleDesc.ofMethod(
          Kind.STATIC,
          CallSites.THREADS,
          "newThread",
          MethodTypeDesc.ofDescriptor(method.type().stringValue())
              .changeReturnType(CallSites.THREAD));
    }
    var target = target(method);
    return target == null
        ? null
        : MethodHandleDesc.ofMethod(Kind.STATIC, target.owner(), target.name(), target.type());
  }

  private static boolean isNewThread(MethodHandleEntry handle) {
    return handle.reference().name().equalsString("<init>")
        && MethodPlan.isThread(handle.reference().owner());
  }

  private DynamicCallSiteDesc callSite(InvokeDynamicInstruction call) {
    List<LoadableConstantEntry> given = call.invokedynamic().bootstrap().arguments();
    var arguments = new ConstantDesc[given.size()];
    for (int i = 0; i < arguments.length; i++) {
      var redirected = given.get(i) instanceof MethodHandleEntry handle ? redirected(handle) : null;
      arguments[i] = redirected == null ? given.get(i).constantValue() : redirected;
    }
    return DynamicCallSiteDesc.of(
        call.bootstrapMethod(), call.name().stringValue(), call.typeSymbol(), arguments);
  }
}
