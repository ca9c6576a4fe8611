package dev.crosstalk.agent;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.UninitializedVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the code of one method. Its own stack maps are kept rather than made anew: to make them,
 * one must know the superclasses of classes that a driver may name and not have.
 */
final class MethodRewriter implements CodeTransform {
  private final CodeModel original;
  private final Redirection redirection;
  private final MethodPlan plan;
  private final Wrapping wrapping;
  private final JdkHook hook;
  private final LockSlots slots;
  private final List<StackMapFrameInfo> frames = new ArrayList<>();
  private Instruction before;

  /**
   * @param wrapping null where the method is not to be wrapped
   * @param hook null where the method has none
   */
  MethodRewriter(
      CodeModel original,
      Redirection redirection,
      MethodPlan plan,
      Wrapping wrapping,
      LockSlots slots,
      JdkHook hook) {
    this.original = original;
    this.redirection = redirection;
    this.plan = plan;
    this.wrapping = wrapping;
    this.slots = slots;
    this.hook = hook;
  }

  @Override
  public void atStart(CodeBuilder code) {
    slots.start(code, wrapping != null);
    if (wrapping != null) {
      wrapping.start(code);
    }
    if (hook != null) {
      frames.add(hook.start(code));
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (element instanceof StackMapTableAttribute) {
      return;
    }
    if (wrapping == null || !(element instanceof Instruction instruction)) {
      write(element, code);
    } else if (instruction instanceof ReturnInstruction) {
      wrapping.returning(instruction, code);
    } else {
      wrapping.covered(code);
      write(element, code);
    }
    if (element instanceof Instruction instruction) {
      before = instruction;
    }
  }

  @Override
  public void atEnd(CodeBuilder code) {
    original
        .findAttribute(Attributes.stackMapTable())
        .ifPresent(table -> table.entries().forEach(frame -> frames.add(withoutUnmade(frame))));
    if (wrapping != null) {
      frames.add(wrapping.end(code));
    }
    if (!frames.isEmpty()) {
      code.with(StackMapTableAttribute.of(frames.stream().map(this::withSlots).toList()));
    }
  }

  private void write(CodeElement element, CodeBuilder code) {
    if (!(element instanceof Instruction instruction)) {
      code.with(element);
    } else if (plan.threads() != MethodPlan.NewThread.KEPT && MethodPlan.isNewThread(instruction)) {
      writeNew(code);
    } else if (plan.threads() != MethodPlan.NewThread.KEPT
        && MethodPlan.initializesThread(instruction)) {
      writeInit((InvokeInstruction) instruction, code);
    } else if (instruction instanceof MonitorInstruction lock
        && redirection.matches(lock)
        && slots.isOrderly()) {
      slots.write(lock, before, code);
    } else if (redirection.matches(instruction)) {
      redirection.write(instruction, code);
    } else {
      code.with(instruction);
    }
  }

  private void writeNew(CodeBuilder code) {
    if (plan.threads() == MethodPlan.NewThread.RENAMED) {
      code.new_(CallSites.LANE_THREAD);
    } else {
      code.aconst_null();
    }
  }

  private void writeInit(InvokeInstruction init, CodeBuilder code) {
    var type = init.typeSymbol();
    if (plan.threads() == MethodPlan.NewThread.RENAMED) {
      code.invokespecial(CallSites.LANE_THREAD, "<init>", type);
    } else {
      // Below it are the two nulls of new and dup.
      var returning = type.changeReturnType(CallSites.THREAD);
      code.invokestatic(CallSites.THREADS, "newThread", returning).dup_x2().pop().pop().pop();
    }
  }

  private StackMapFrameInfo withSlots(StackMapFrameInfo frame) {
    return slots.in(frame, wrapping != null);
  }

  /** Where an unmade thread was on the stack there is a null now. */
  private StackMapFrameInfo withoutUnmade(StackMapFrameInfo frame) {
    return plan.threads() == MethodPlan.NewThread.REDIRECTED
        ? StackMapFrameInfo.of(frame.target(), nulled(frame.locals()), nulled(frame.stack()))
        : frame;
  }

  private List<VerificationTypeInfo> nulled(List<VerificationTypeInfo> types) {
    return types.stream()
        .map(type -> isUnmade(type) ? SimpleVerificationTypeInfo.NULL : type)
        .toList();
  }

  private boolean isUnmade(VerificationTypeInfo type) {
    return type instanceof UninitializedVerificationTypeInfo made && isUnmade(made.newTarget());
  }

  private boolean isUnmade(Label place) {
    return plan.unmade().contains(place);
  }
}
