package dev.crosstalk.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
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
 * @param locals types of the method's locals at its start: of objects, or long
 * @param ask leaves true on the stack where the world answers
 * @param answer returns
 */
record JdkHook(
    ClassDesc owner,
    String method,
    MethodTypeDesc type,
    List<ClassDesc> locals,
    Consumer<CodeBuilder> ask,
    Consumer<CodeBuilder> answer) {
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
    locals.forEach(local -> types.add(verified(local)));
    return StackMapFrameInfo.of(unanswered, types, List.of());
  }

  private static VerificationTypeInfo verified(ClassDesc local) {
    return local.equals(ConstantDescs.CD_long)
        ? SimpleVerificationTypeInfo.LONG
        : ObjectVerificationTypeInfo.of(local);
  }
}
