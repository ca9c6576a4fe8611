package dev.crosstalk.scenario;

import static dev.crosstalk.scenario.Slots.OPTIONS;

import java.util.List;

/** What is said of the schedule, in words. */
final class ScheduleSteps {
  static final List<StepSyntax<?>> ALL =
      List.of(
          new StepSyntax<>(
              Step.Choose.class,
              Form.of("choose").then(OPTIONS),
              in -> new Step.Choose(in.get(OPTIONS)),
              step -> Filled.NOTHING.with(OPTIONS, step.options())));

  private ScheduleSteps() {}
}
