package dev.crosstalk.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the body of a synchronized method enter and leave by itself, as a synchronized block around
 * all of it would. What leaves is outside the handler's range, so that it is never done twice.
 */
final class Wrapping {
  private final ClassDesc type;
  private final boolean isStatic;
  private final LockSlots slots;
  private final List<Label[]> ranges = new ArrayList<>();
  private Label rangeStart;

  Wrapping(ClassDesc type, MethodModel method, LockSlots slots) {
    this.type = type;
    this.slots = slots;
    this.isStatic = method.flags().has(AccessFlag.STATIC);
  }

  void start(CodeBuilder code) {
    loadObject(code);
    slots.enterMethod(code);
  }

  /** To be called before an instruction that does not return. */
  void covered(CodeBuilder code) {
    if (rangeStart == null) {
      rangeStart = code.newBoundLabel();
    }
  }

  /** Writes an instruction that returns. */
  void returning(Instruction instruction, CodeBuilder code) {
    endRange(code);
    slots.exitMethod(code, this::loadObject);
    code.with(instruction);
  }

  /** Writes the handler, which rethrows, and returns its entry for the stack map. */
  StackMapFrameInfo end(CodeBuilder code) {
    endRange(code);
    Label handler = code.newBoundLabel();
    slots.exitMethod(code, this::loadObject);
    code.athrow();
    for (Label[] range : ranges) {
      code.exceptionCatchAll(range[0], range[1], handler);
    }
    List<VerificationTypeInfo> locals =
        isStatic ? List.of() : List.of(ObjectVerificationTypeInfo.of(type));
    return StackMapFrameInfo.of(
        handler, locals, List.of(ObjectVerificationTypeInfo.of(ConstantDescs.CD_Throwable)));
  }

  private void endRange(CodeBuilder code) {
    if (rangeStart != null) {
      ranges.add(new Label[] {rangeStart, code.newBoundLabel()});
      rangeStart = null;
    }
  }

  private void loadObject(CodeBuilder code) {
    if (isStatic) {
      code.loadConstant(type);
    } else {
      code.aload(0);
    }
  }
}
