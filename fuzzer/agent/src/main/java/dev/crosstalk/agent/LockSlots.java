package dev.crosstalk.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The variables in which one method keeps what it has really entered, for each of those in which it
 * keeps what it means to have entered. The JVM compiles no method where it cannot see that what is
 * left is what was entered ("unbalanced monitors"), and interprets it for ever.
 *
 * <p>Compilers put the object into a variable of its own right before they enter, and take it from
 * there right before they leave. A method that does otherwise has no such variables: {@link
 * #isOrderly} is false.
 */
final class LockSlots {
  private static final MethodTypeDesc LOCK =
      MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final boolean orderly;
  private final List<Integer> meant;
  private final int base;

  /**
   * @param meant the method's own variables; none where it is not orderly
   */
  private LockSlots(boolean orderly, List<Integer> meant, int base) {
    this.orderly = orderly;
    this.meant = meant;
    this.base = base;
  }

  /** Of a method whose locks are left as they are. */
  static LockSlots none(CodeModel code) {
    return new LockSlots(true, List.of(), ((CodeAttribute) code).maxLocals());
  }

  static LockSlots of(CodeModel code) {
    SequencedSet<Integer> entered = new LinkedHashSet<>();
    Set<Integer> left = new HashSet<>();
    boolean orderly = true;
    Instruction before = null;
    for (CodeElement element : code) {
      if (element instanceof MonitorInstruction lock) {
        OptionalInt slot = slotOf(before);
        orderly &= slot.isPresent();
        boolean enters = lock.opcode() == Opcode.MONITORENTER;
        slot.ifPresent((enters ? entered : left)::add);
      }
      // Who jumps to a label has not passed what stands before it.
      if (element instanceof LabelTarget) {
        before = null;
      } else if (element instanceof Instruction instruction) {
        before = instruction;
      }
    }
    orderly &= entered.equals(left);
    int base = ((CodeAttribute) code).maxLocals();
    return new LockSlots(orderly, orderly ? List.copyOf(entered) : List.of(), base);
  }

  private static OptionalInt slotOf(Instruction before) {
    return switch (before) {
      case StoreInstruction store when store.typeKind() == TypeKind.REFERENCE ->
          OptionalInt.of(store.slot());
      case LoadInstruction load when load.typeKind() == TypeKind.REFERENCE ->
          OptionalInt.of(load.slot());
      case null, default -> OptionalInt.empty();
    };
  }

  /** Whether each lock has its variable. */
  boolean isOrderly() {
    return orderly;
  }

  /** The variable of a synchronized method's own lock; only where it is wrapped. */
  private int ofMethod() {
    return base + meant.size();
  }

  /** Gives all of them a value, so that every stack map may name them. */
  void start(CodeBuilder code, boolean wrapped) {
    for (int i = 0; i < count(wrapped); i++) {
      code.aconst_null().astore(base + i);
    }
  }

  private int count(boolean wrapped) {
    return meant.size() + (wrapped ? 1 : 0);
  }

  /** Writes what stands for an instruction that enters or leaves the object on the stack. */
  void write(MonitorInstruction lock, Instruction before, CodeBuilder code) {
    int slot = base + meant.indexOf(slotOf(before).orElseThrow());
    if (lock.opcode() == Opcode.MONITORENTER) {
      enter(code, slot);
    } else {
      exit(code, slot);
    }
  }

  /** Enters the object on the stack, on behalf of a synchronized method. */
  void enterMethod(CodeBuilder code) {
    enter(code, ofMethod());
  }

  /**
   * Leaves on behalf of a synchronized method. Really first: nothing that may throw comes before,
   * where no handler would leave it.
   *
   * @param object writes what loads the object that is meant
   */
  void exitMethod(CodeBuilder code, Consumer<CodeBuilder> object) {
    code.aload(ofMethod()).monitorexit();
    object.accept(code);
    code.invokestatic(CallSites.MONITORS, "exit", LOCK).pop();
  }

  private static void enter(CodeBuilder code, int slot) {
    code.invokestatic(CallSites.MONITORS, "enter", LOCK).dup().astore(slot).monitorenter();
  }

  /** Really last: the handler of a block covers its own leaving, and expects it to be entered. */
  private static void exit(CodeBuilder code, int slot) {
    code.invokestatic(CallSites.MONITORS, "exit", LOCK).pop().aload(slot).monitorexit();
  }

  /** The same stack map with these variables in it. */
  StackMapFrameInfo in(StackMapFrameInfo frame, boolean wrapped) {
    if (count(wrapped) == 0) {
      return frame;
    }
    var locals = new ArrayList<VerificationTypeInfo>(frame.locals());
    int slots = 0;
    for (VerificationTypeInfo local : locals) {
      boolean wide =
          local == SimpleVerificationTypeInfo.LONG || local == SimpleVerificationTypeInfo.DOUBLE;
      slots += wide ? 2 : 1;
    }
    for (; slots < base; slots++) {
      locals.add(SimpleVerificationTypeInfo.TOP);
    }
    for (int i = 0; i < count(wrapped); i++) {
      locals.add(ObjectVerificationTypeInfo.of(ConstantDescs.CD_Object));
    }
    return StackMapFrameInfo.of(frame.target(), locals, frame.stack());
  }
}
