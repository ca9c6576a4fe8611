package dev.crosstalk.scenario;

import static dev.crosstalk.scenario.Slots.CALL;
import static dev.crosstalk.scenario.Slots.COMMAND;
import static dev.crosstalk.scenario.Slots.LANE;
import static dev.crosstalk.scenario.Slots.WORD;

import java.util.List;

/** What a lane does, in words. The lane itself is the line's first column. */
final class ClientSteps {
  static final List<StepSyntax<?>> ALL =
      List.of(
          new StepSyntax<>(
              Step.Start.class,
              Form.of(CALL).then(COMMAND),
              in -> new Step.Start(in.get(CALL), in.get(COMMAND), false),
              step -> Filled.NOTHING.with(CALL, step.label()).with(COMMAND, step.command())),
          new StepSyntax<>(
              Step.Await.class,
              Form.of("await").then(CALL),
              in -> new Step.Await(in.get(CALL)),
              step -> Filled.NOTHING.with(CALL, step.label())),
          new StepSyntax<>(
              Step.Cancel.class,
              Form.of("cancel").then(CALL),
              in -> new Step.Cancel(in.get(CALL), false),
              step -> Filled.NOTHING.with(CALL, step.label())),
          new StepSyntax<>(
              Step.GiveUp.class,
              Form.of("give up on").then(CALL),
              in -> new Step.GiveUp(in.get(CALL), false),
              step -> Filled.NOTHING.with(CALL, step.label())),
          new StepSyntax<>(
              Step.Complete.class,
              Form.of("complete").then(CALL).then("with").then(WORD),
              in -> new Step.Complete(in.get(CALL), in.get(WORD), false),
              step -> Filled.NOTHING.with(CALL, step.label()).with(WORD, step.with())),
          new StepSyntax<>(
              Step.Interrupt.class,
              Form.of("interrupt"),
              in -> new Step.Interrupt(in.get(LANE), false),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.WalkAway.class,
              Form.of("walk away"),
              in -> new Step.WalkAway(in.get(LANE), false),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.CloseClient.class,
              Form.of("close the client"),
              in -> new Step.CloseClient(in.get(LANE), false),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.GiveBack.class,
              Form.of("give back"),
              in -> new Step.GiveBack(in.get(LANE), false),
              step -> Filled.NOTHING));

  private ClientSteps() {}
}
