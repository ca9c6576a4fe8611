package dev.crosstalk.generate;

import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.CallersWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws single steps: a start, a fault on a reply, a way for a caller to give up. */
final class StepDraw {

  private static final List<ErrorCode> ERRORS = List.of(ErrorCode.values());

  private static final List<CallersWord> WORDS = List.of(CallersWord.values());

  private StepDraw() {}

  static Ending ending(Draw draw) {
    return draw.percent(60) ? Ending.CLOSE : Ending.RESET;
  }

  static Step start(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    Label label = lane.start();
    return new Step.Start(label, CommandDraw.any(draw, vocabulary, label), draw.percent(50));
  }

  /** An error that a correct server may well answer with, whatever the command. */
  static Step answer(Draw draw, Label label) {
    return new Step.Answer(label, draw.pick(ERRORS));
  }

  static Step await(LaneModel lane, Label label) {
    lane.ended(label);
    return new Step.Await(label);
  }

  /** Something the server does to the reply to a call, or to its connection. */
  static Step fault(Draw draw, Label label) {
    return fault(draw, label, label.lane());
  }

  /** The same to a message that comes to a lane. */
  static Step fault(Draw draw, Label label, Lane lane) {
    return switch (draw.below(10)) {
      case 0, 1, 2 ->
          new Step.Tear(label, CutDraw.any(draw), Optional.of(ending(draw)), draw.percent(25));
      case 3, 4 -> new Step.Tear(label, CutDraw.any(draw), Optional.empty(), draw.percent(25));
      case 5 -> new Step.Deliver(label, draw.between(1, 12), draw.percent(25));
      case 6 -> new Step.End(lane, ending(draw), draw.percent(25));
      case 7 -> new Step.Release(label, draw.percent(25));
      default -> new Step.Hold(label);
    };
  }

  /** A way for the caller to stop waiting; the call may still be in flight after it. */
  static Step giveUp(Draw draw, Vocabulary vocabulary, LaneModel lane, Label label) {
    var ways = new ArrayList<Step>();
    ways.add(new Step.Expire());
    if (vocabulary.cancels()) {
      ways.add(new Step.Cancel(label, draw.percent(50)));
    }
    if (vocabulary.futures()) {
      ways.add(new Step.GiveUp(label, draw.percent(50)));
      ways.add(new Step.Complete(label, draw.pick(WORDS), draw.percent(50)));
    }
    if (vocabulary.interrupts()) {
      ways.add(new Step.Interrupt(lane.lane(), draw.percent(50)));
    }
    if (vocabulary.blocking()) {
      ways.add(new Step.WalkAway(lane.lane(), draw.percent(50)));
    }
    return draw.percent(50) ? ways.get(0) : draw.pick(ways);
  }
}
