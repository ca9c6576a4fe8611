package dev.crosstalk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.DiscontinuedInstruction.JsrInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction.RetInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Class files of compilers that knew no stack maps. */
class OldClassesTest {
  private static final MethodTypeDesc CALL = MethodTypeDesc.of(ConstantDescs.CD_Object);

  @Test
  void aMethodWithASubroutineStaysAsItIs() throws Exception {
    byte[] old = classFile("Subroutine", 0, OldClassesTest::subroutine);
    assertThat(Rewriter.rewrite(old, Set.of(Feature.values()))).isSameAs(old);
    assertThat(call(old)).isEqualTo("called");
  }

  @Test
  void aSynchronizedMethodWithoutStackMapsLocksByItself() throws Exception {
    byte[] old = classFile("Synchronized", ClassFile.ACC_SYNCHRONIZED, OldClassesTest::branch);
    byte[] rewritten = Rewriter.rewrite(old, Set.of(Feature.MONITORS));
    Class<?> type = MethodHandles.lookup().defineClass(rewritten);
    var target = (Callable<?>) type.getDeclaredConstructor().newInstance();
    assertThat(Modifier.isSynchronized(type.getMethod("call").getModifiers())).isFalse();
    assertThat(target.call()).isEqualTo("held");
    assertThat(Thread.holdsLock(target)).isFalse();
    LoopWorld.run(() -> assertThat(target.call()).isEqualTo("free"));
  }

  private static void subroutine(CodeBuilder code) {
    Label subroutine = code.newLabel();
    code.with(JsrInstruction.of(subroutine)).ldc("called").areturn();
    code.labelBinding(subroutine).astore(1);
    code.invokestatic(ClassDesc.of("java.lang.System"), "nanoTime", longs()).pop2();
    code.with(RetInstruction.of(1));
  }

  /** Says whether the object's real monitor is held, through a method that is not redirected. */
  private static void branch(CodeBuilder code) {
    Label free = code.newLabel();
    code.aload(0).invokestatic(ClassDesc.of(OldClassesTest.class.getName()), "holds", holds());
    code.ifeq(free).ldc("held").areturn();
    code.labelBinding(free).ldc("free").areturn();
  }

  /** Called by the class that {@link #branch} writes. */
  public static boolean holds(Object object) {
    return Thread.holdsLock(object);
  }

  private static MethodTypeDesc longs() {
    return MethodTypeDesc.of(ConstantDescs.CD_long);
  }

  private static MethodTypeDesc holds() {
    return MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);
  }

  private static Object call(byte[] classFile) throws Exception {
    Class<?> type = MethodHandles.lookup().defineClass(classFile);
    return ((Callable<?>) type.getDeclaredConstructor().newInstance()).call();
  }

  private static byte[] classFile(String name, int flags, Consumer<CodeBuilder> call) {
    var object = ConstantDescs.CD_Object;
    return ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
        .build(
            ClassDesc.of("dev.crosstalk.agent." + name),
            type ->
                type.withVersion(48, 0)
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER)
                    .withInterfaceSymbols(ClassDesc.of("java.util.concurrent.Callable"))
                    .withMethodBody(
                        "<init>",
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_PUBLIC,
                        code ->
                            code.aload(0)
                                .invokespecial(object, "<init>", ConstantDescs.MTD_void)
                                .return_())
                    .withMethodBody("call", CALL, ClassFile.ACC_PUBLIC | flags, call::accept));
  }
}
