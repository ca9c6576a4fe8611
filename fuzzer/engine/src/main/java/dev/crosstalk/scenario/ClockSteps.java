package dev.crosstalk.scenario;

import java.util.List;

/** What the clock does, in words. */
final class ClockSteps {
  static final List<StepSyntax<?>> ALL =
      List.of(
          new StepSyntax<>(
              Step.Expire.class,
              Form.of("expire"),
              in -> new Step.Expire(),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.Tick.class, Form.of("tick"), in -> new Step.Tick(), step -> Filled.NOTHING));

  private ClockSteps() {}
}
