package dev.crosstalk.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/**
 * Rewrites a class so that it asks its world for time, threads, chance and locks. Looks at no other
 * class: whatever the class names and its loader does not have may be missing.
 */
public final class Rewriter {
  private static final ClassFile CLASS_FILES =
      ClassFile.of(
          ClassFile.StackMapsOption.DROP_STACK_MAPS,
          ClassFile.DeadCodeOption.KEEP_DEAD_CODE,
          ClassFile.DeadLabelsOption.DROP_DEAD_LABELS);
  private static final byte MONITOR_ENTER = (byte) 0xc2;

  private Rewriter() {}

  /**
   * The class file to load in place of one. What cannot be rewritten stays as it is: subroutines of
   * old compilers, synchronized methods that assign to {@code this} or of Java 1.4 and static.
   *
   * @return the same array where there is nothing to rewrite
   */
  public static byte[] rewrite(byte[] classFile, Set<Feature> features) {
    ClassModel type = CLASS_FILES.parse(classFile);
    boolean inJdk = type.thisClass().asInternalName().startsWith("java/");
    var redirection = new Redirection(features, inJdk);
    boolean hooked = inJdk && JdkHooks.isHooked(type.thisClass().asSymbol());
    if (!(hooked || namesTarget(type, redirection) || locks(type, classFile, features))) {
      return classFile;
    }
    var rewriter = new ClassRewriter(type, redirection);
    byte[] rewritten = CLASS_FILES.transformClass(type, rewriter);
    return rewriter.hasChanged() ? rewritten : classFile;
  }

  private static boolean namesTarget(ClassModel type, Redirection redirection) {
    boolean threads = redirection.features().contains(Feature.THREADS) && !redirection.inJdk();
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof MemberRefEntry member
          && (redirection.target(member) != null
              || threads
                  && MethodPlan.isThread(member.owner())
                  && member.name().equalsString("<init>"))) {
        return true;
      }
    }
    return false;
  }

  /** May say yes where it is no: the byte of the instruction may be part of something else. */
  private static boolean locks(ClassModel type, byte[] classFile, Set<Feature> features) {
    if (!features.contains(Feature.MONITORS)) {
      return false;
    }
    for (MethodModel method : type.methods()) {
      if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
        return true;
      }
    }
    for (byte b : classFile) {
      if (b == MONITOR_ENTER) {
        return true;
      }
    }
    return false;
  }
}
