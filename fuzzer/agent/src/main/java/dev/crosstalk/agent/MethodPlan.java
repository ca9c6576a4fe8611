package dev.crosstalk.agent;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be done to one method besides redirecting calls, found out before it is touched.
 *
 * @param wrapped whether it is synchronized and is to enter and leave by itself
 * @param threads what becomes of {@code new Thread}
 * @param unmade where threads were made that no longer are, as stack maps name the place
 */
record MethodPlan(boolean wrapped, NewThread threads, Set<Label> unmade) {
  private static final int OLDEST_WITH_CLASS_CONSTANTS = 49;

  /** What becomes of {@code new Thread} in a method. */
  enum NewThread {
    /** It stays. */
    KEPT,
    /** A static method makes it. */
    REDIRECTED,
    /** It becomes a {@link LaneThread}, as the superclass that the method initializes does. */
    RENAMED
  }

  static MethodPlan of(ClassModel type, MethodModel method, Redirection redirection) {
    Set<Feature> features = redirection.features();
    CodeModel code = method.code().orElseThrow();
    // Reading a map makes labels of the places in it; only then are they among the elements.
    code.findAttribute(Attributes.stackMapTable()).ifPresent(StackMapTableAttribute::entries);
    List<Label> places = new ArrayList<>();
    Set<Label> unmade = new HashSet<>();
    boolean paired = true;
    boolean afterNew = false;
    boolean makesThreads = false;
    boolean replacesThis = false;
    for (CodeElement element : code) {
      switch (element) {
        case LabelTarget here -> places.add(here.label());
        case Instruction instruction -> {
          paired &= !afterNew || instruction.opcode() == Opcode.DUP;
          afterNew = isNewThread(instruction);
          if (afterNew) {
            unmade.addAll(places);
          }
          makesThreads |= initializesThread(instruction);
          replacesThis |= isStoreToThis(instruction);
          places.clear();
        }
        default -> {}
      }
    }
    boolean wrapped =
        features.contains(Feature.MONITORS)
            && method.flags().has(AccessFlag.SYNCHRONIZED)
            && canLock(type, method, replacesThis);
    boolean threads = makesThreads && features.contains(Feature.THREADS) && !redirection.inJdk();
    return new MethodPlan(
        wrapped, threads ? newThread(type, method, paired) : NewThread.KEPT, unmade);
  }

  boolean isNeeded() {
    return wrapped || threads != NewThread.KEPT;
  }

  static boolean extendsThread(ClassModel type) {
    return type.superclass().filter(MethodPlan::isThread).isPresent();
  }

  static boolean isThread(ClassEntry type) {
    return type.asInternalName().equals("java/lang/Thread");
  }

  static boolean isNewThread(Instruction instruction) {
    return instruction instanceof NewObjectInstruction made && isThread(made.className());
  }

  static boolean initializesThread(Instruction instruction) {
    return instruction instanceof InvokeInstruction call
        && call.name().equalsString("<init>")
        && isThread(call.owner());
  }

  private static NewThread newThread(ClassModel type, MethodModel method, boolean paired) {
    if (extendsThread(type) && method.methodName().equalsString("<init>")) {
      return NewThread.RENAMED;
    }
    return paired ? NewThread.REDIRECTED : NewThread.KEPT;
  }

  private static boolean isStoreToThis(Instruction instruction) {
    return instruction instanceof StoreInstruction store && store.slot() == 0;
  }

  /** Whether the object that the method locks can be had in all of it. */
  private static boolean canLock(ClassModel type, MethodModel method, boolean replacesThis) {
    return method.flags().has(AccessFlag.STATIC)
        ? type.majorVersion() >= OLDEST_WITH_CLASS_CONSTANTS
        : !replacesThis;
  }
}
