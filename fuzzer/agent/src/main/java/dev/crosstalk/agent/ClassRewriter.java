package dev.crosstalk.agent;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Superclass;
import java.lang.classfile.instruction.DiscontinuedInstruction;

/** Rewrites the methods of one class that need it, and the superclass of a driver's own threads. */
final class ClassRewriter implements ClassTransform {
  private final ClassModel type;
  private final Redirection redirection;
  private boolean changed;

  ClassRewriter(ClassModel type, Redirection redirection) {
    this.type = type;
    this.redirection = redirection;
  }

  boolean hasChanged() {
    return changed;
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    switch (element) {
      case Superclass _ when becomesLaneThread() -> {
        changed = true;
        builder.withSuperclass(CallSites.LANE_THREAD);
      }
      case MethodModel method when method.code().isPresent() -> rewrite(builder, method);
      default -> builder.with(element);
    }
  }

  private boolean becomesLaneThread() {
    return redirection.features().contains(Feature.THREADS)
        && !redirection.inJdk()
        && MethodPlan.extendsThread(type);
  }

  private void rewrite(ClassBuilder builder, MethodModel method) {
    CodeModel code = method.code().orElseThrow();
    var plan = MethodPlan.of(type, method, redirection);
    JdkHook hook = redirection.inJdk() ? JdkHooks.find(type.thisClass().asSymbol(), method) : null;
    if (!plan.isNeeded() && hook == null && !hasSite(code) || hasSubroutine(code)) {
      builder.with(method);
      return;
    }
    changed = true;
    builder.transformMethod(
        method, (inMethod, element) -> rewrite(inMethod, element, method, plan, hook));
  }

  private void rewrite(
      MethodBuilder builder,
      MethodElement element,
      MethodModel method,
      MethodPlan plan,
      JdkHook hook) {
    switch (element) {
      case AccessFlags flags when plan.wrapped() ->
          builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_SYNCHRONIZED);
      case CodeModel code -> {
        var slots = redirection.locks() ? LockSlots.of(code) : LockSlots.none(code);
        var wrapping =
            plan.wrapped() ? new Wrapping(type.thisClass().asSymbol(), method, slots) : null;
        builder.transformCode(
            code, new MethodRewriter(code, redirection, plan, wrapping, slots, hook));
      }
      default -> builder.with(element);
    }
  }

  private boolean hasSite(CodeModel code) {
    for (CodeElement element : code) {
      if (element instanceof Instruction instruction && redirection.matches(instruction)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasSubroutine(CodeModel code) {
    for (CodeElement element : code) {
      if (element instanceof DiscontinuedInstruction) {
        return true;
      }
    }
    return false;
  }
}
