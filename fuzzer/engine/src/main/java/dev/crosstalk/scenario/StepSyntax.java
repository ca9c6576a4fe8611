package dev.crosstalk.scenario;

import java.util.function.Function;

/**
 * One kind of step and the form it is written in. Whether the step is <em>at once</em> is not its
 * business: that is read and written for all kinds alike.
 *
 * @param read makes the step from what stands in the form's slots
 * @param write what stands in the slots for a step
 */
record StepSyntax<S extends Step>(
    Class<S> kind, Form form, Function<Filled, S> read, Function<S, Filled> write) {

  Step read(Words words, Filled known) {
    return read.apply(form.read(words, known));
  }

  /** The step's words, without its first column. */
  String text(Step step) {
    return form.write(write.apply(kind.cast(step)));
  }
}
