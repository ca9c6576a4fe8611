package dev.crosstalk.scenario;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A part of a form that differs from step to step. Two slots are the same only if they are the same
 * object.
 *
 * @param name capital letters, as error messages show the form
 * @param opens whether a word can be its first
 * @param read takes its words; fails with what belongs there
 * @param write the words it is read from; empty, or starting with a comma, where it may be absent
 */
record Slot<T>(
    String name, Predicate<Token> opens, Function<Words, T> read, Function<T, String> write)
    implements Form.Part {

  /** A slot that no form starts with. */
  Slot(String name, Function<Words, T> read, Function<T, String> write) {
    this(name, token -> false, read, write);
  }

  @Override
  public boolean opensWith(Token token) {
    return opens.test(token);
  }

  @Override
  public Filled read(Words words, Filled before) {
    return before.with(this, read.apply(words));
  }

  @Override
  public String write(Filled filled) {
    return write.apply(filled.get(this));
  }

  @Override
  public String shown() {
    return name;
  }
}
