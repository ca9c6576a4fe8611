package dev.crosstalk.scenario;

import static dev.crosstalk.scenario.Slots.BODY;
import static dev.crosstalk.scenario.Slots.BYTES;
import static dev.crosstalk.scenario.Slots.CALL;
import static dev.crosstalk.scenario.Slots.CHANNEL;
import static dev.crosstalk.scenario.Slots.CORRUPTION;
import static dev.crosstalk.scenario.Slots.CUT;
import static dev.crosstalk.scenario.Slots.ENDING;
import static dev.crosstalk.scenario.Slots.ERROR;
import static dev.crosstalk.scenario.Slots.KEY;
import static dev.crosstalk.scenario.Slots.LANE;
import static dev.crosstalk.scenario.Slots.THEN;

import java.util.List;

/** What the server does, in words. */
final class ServerSteps {
  static final List<StepSyntax<?>> ALL =
      List.of(
          new StepSyntax<>(
              Step.Hold.class,
              Form.of("hold the reply to").then(CALL),
              in -> new Step.Hold(in.get(CALL)),
              step -> Filled.NOTHING.with(CALL, step.label())),
          new StepSyntax<>(
              Step.Deliver.class,
              Form.of("deliver").then(BYTES).then("of the reply to").then(CALL),
              in -> new Step.Deliver(in.get(CALL), in.get(BYTES), false),
              step -> Filled.NOTHING.with(CALL, step.label()).with(BYTES, step.bytes())),
          new StepSyntax<>(
              Step.Tear.class,
              Form.of("tear the reply to").then(CALL).then(CUT).then(THEN),
              in -> new Step.Tear(in.get(CALL), in.get(CUT), in.get(THEN), false),
              step ->
                  Filled.NOTHING
                      .with(CALL, step.label())
                      .with(CUT, step.cut())
                      .with(THEN, step.then())),
          new StepSyntax<>(
              Step.Release.class,
              Form.of("release the reply to").then(CALL),
              in -> new Step.Release(in.get(CALL), false),
              step -> Filled.NOTHING.with(CALL, step.label())),
          new StepSyntax<>(
              Step.Answer.class,
              Form.of("answer").then(CALL).then("with").then(ERROR),
              in -> new Step.Answer(in.get(CALL), in.get(ERROR)),
              step -> Filled.NOTHING.with(CALL, step.label()).with(ERROR, step.error())),
          new StepSyntax<>(
              Step.Corrupt.class,
              Form.of("corrupt the reply to").then(CALL).then("with illegal").then(CORRUPTION),
              in -> new Step.Corrupt(in.get(CALL), in.get(CORRUPTION)),
              step -> Filled.NOTHING.with(CALL, step.label()).with(CORRUPTION, step.how())),
          new StepSyntax<>(
              Step.End.class,
              Form.of(ENDING).then("the connection of").then(LANE),
              in -> new Step.End(in.get(LANE), in.get(ENDING), false),
              step -> Filled.NOTHING.with(LANE, step.lane()).with(ENDING, step.how())),
          new StepSyntax<>(
              Step.Stall.class,
              Form.of("stall the next handshake"),
              in -> new Step.Stall(),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.Refuse.class,
              Form.of("refuse the next connection"),
              in -> new Step.Refuse(),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.Lose.class,
              Form.of("lose the connection of").then(LANE),
              in -> new Step.Lose(in.get(LANE), false),
              step -> Filled.NOTHING.with(LANE, step.lane())),
          new StepSyntax<>(
              Step.LoseNext.class,
              Form.of("lose the next connection"),
              in -> new Step.LoseNext(),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.HalfClose.class,
              Form.of("half-close the connection of").then(LANE),
              in -> new Step.HalfClose(in.get(LANE), false),
              step -> Filled.NOTHING.with(LANE, step.lane())),
          new StepSyntax<>(
              Step.StopReading.class,
              Form.of("stop reading from").then(LANE),
              in -> new Step.StopReading(in.get(LANE), false),
              step -> Filled.NOTHING.with(LANE, step.lane())),
          new StepSyntax<>(
              Step.ReadAgain.class,
              Form.of("read again from").then(LANE),
              in -> new Step.ReadAgain(in.get(LANE), false),
              step -> Filled.NOTHING.with(LANE, step.lane())),
          new StepSyntax<>(
              Step.DelayAccept.class,
              Form.of("delay the next accept"),
              in -> new Step.DelayAccept(),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.Accept.class,
              Form.of("accept what waits"),
              in -> new Step.Accept(false),
              step -> Filled.NOTHING),
          new StepSyntax<>(
              Step.Restart.class,
              Form.of("restart with a").then(ENDING),
              in -> new Step.Restart(in.get(ENDING), false),
              step -> Filled.NOTHING.with(ENDING, step.how())),
          new StepSyntax<>(
              Step.Push.class,
              Form.of("push an invalidation").then(KEY).then("to").then(LANE),
              in -> new Step.Push(in.get(LANE), in.get(KEY), false),
              step -> Filled.NOTHING.with(LANE, step.lane()).with(KEY, step.key())),
          new StepSyntax<>(
              Step.Publish.class,
              Form.of("publish").then(CALL).then("to").then(CHANNEL).then(BODY),
              in -> new Step.Publish(in.get(CALL), in.get(CHANNEL), in.get(BODY), false),
              step ->
                  Filled.NOTHING
                      .with(CALL, step.label())
                      .with(CHANNEL, step.channel())
                      .with(BODY, step.body())));

  private ServerSteps() {}
}
