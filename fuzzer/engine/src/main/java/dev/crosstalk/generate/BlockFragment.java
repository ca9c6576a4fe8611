package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.SessionKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A block from its first call to its end, where it has one: something happens to one of its
 * replies, be it that to EXEC, or to its caller, and life goes on behind it. In front of a
 * transaction there may be keys to watch, and in place of a block's end the session is given back.
 */
final class BlockFragment implements Fragment {
  private static final int COMMANDS_MAX = 4;

  private static final int NULL_PERCENT = 5;

  @Override
  public int weight() {
    return 90;
  }

  @Override
  public boolean fits(Vocabulary vocabulary) {
    return vocabulary.blocks();
  }

  @Override
  public List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane) {
    var steps = new ArrayList<Step>();
    var labels = new ArrayList<Label>();
    if (vocabulary.watches() && draw.percent(30)) {
      checks(steps, draw, vocabulary, lane);
    }
    if (vocabulary.session() == SessionKind.TRANSACTION) {
      labels.add(said(steps, draw, lane, Block.MULTI));
      if (draw.percent(80)) {
        steps.add(new Step.Await(labels.getLast()));
      }
    }
    for (int i = draw.between(1, COMMANDS_MAX); i > 0; i--) {
      labels.add(lane.start());
      if (draw.percent(8)) {
        steps.add(StepDraw.answer(draw, labels.getLast()));
      }
      steps.add(
          new Step.Start(
              labels.getLast(), command(draw, vocabulary, labels.getLast()), draw.percent(50)));
      if (vocabulary.session() == SessionKind.TRANSACTION && draw.percent(60)) {
        // A caller who blocks has heard that it is queued, if there is something to hear.
        steps.add(new Step.Await(labels.getLast()));
      }
      if (draw.percent(10)) {
        disturb(steps, draw, vocabulary, lane, labels);
      }
    }
    if (draw.percent(85)) {
      labels.add(said(steps, draw, lane, end(draw, vocabulary)));
      runs(steps, draw, vocabulary, lane, labels);
    } else if (vocabulary.owns() && draw.percent(50)) {
      steps.add(new Step.GiveBack(lane.lane(), draw.percent(25)));
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.start(draw, vocabulary, lane));
    }
    return steps;
  }

  /** Now and then with a null for the driver to refuse, or not. */
  private static Command command(Draw draw, Vocabulary vocabulary, Label label) {
    return draw.percent(NULL_PERCENT) && !CommandDraw.keyed(vocabulary).isEmpty()
        ? CommandDraw.withNull(draw, vocabulary, label)
        : CommandDraw.any(draw, vocabulary, label);
  }

  /** The first half of check-and-set: WATCH, and what the caller looks at, or changes. */
  private static void checks(List<Step> steps, Draw draw, Vocabulary vocabulary, LaneModel lane) {
    Label watch = lane.start();
    steps.add(new Step.Start(watch, CommandDraw.watch(draw, watch), draw.percent(30)));
    if (draw.percent(15)) {
      steps.add(StepDraw.fault(draw, watch));
    }
    if (draw.percent(80)) {
      steps.add(StepDraw.await(lane, watch));
    }
    for (int reads = draw.below(3); reads > 0; reads--) {
      Label read = lane.start();
      steps.add(new Step.Start(read, CommandDraw.any(draw, vocabulary, read), draw.percent(30)));
      if (draw.percent(70)) {
        steps.add(StepDraw.await(lane, read));
      }
    }
    if (vocabulary.commands().contains("SET") && draw.percent(25)) {
      Label touch = lane.start();
      steps.add(new Step.Start(touch, CommandDraw.touch(touch), false));
      steps.add(StepDraw.await(lane, touch));
    }
    if (vocabulary.unwatches() && draw.percent(12)) {
      steps.add(new Step.Start(lane.start(), Command.of(Vocabulary.UNWATCH), draw.percent(50)));
    }
    if (draw.percent(12)) {
      steps.add(new Step.End(lane.lane(), StepDraw.ending(draw), draw.percent(25)));
    }
  }

  private static String end(Draw draw, Vocabulary vocabulary) {
    if (vocabulary.session() == SessionKind.PIPELINE) {
      return Block.EXECUTE;
    }
    return draw.percent(80) ? Block.EXEC : Block.DISCARD;
  }

  /**
   * What happens while the block runs: the replies up to one leave, and there something is done.
   */
  private static void runs(
      List<Step> steps, Draw draw, Vocabulary vocabulary, LaneModel lane, List<Label> labels) {
    Label end = labels.getLast();
    int victim = draw.percent(30) ? labels.size() - 1 : draw.below(labels.size());
    if (draw.percent(70)) {
      for (Label before : labels.subList(0, victim)) {
        steps.add(new Step.Release(before, draw.percent(75)));
      }
    }
    int faults = draw.percent(15) ? 0 : draw.between(1, 2);
    for (int i = 0; i < faults; i++) {
      steps.add(StepDraw.fault(draw, labels.get(victim)));
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.giveUp(draw, vocabulary, lane, end));
    }
    if (draw.percent(50)) {
      steps.add(StepDraw.await(lane, draw.percent(70) ? end : draw.pick(labels)));
    }
  }

  private static void disturb(
      List<Step> steps, Draw draw, Vocabulary vocabulary, LaneModel lane, List<Label> labels) {
    Label victim = draw.pick(labels);
    steps.add(
        draw.percent(60)
            ? StepDraw.fault(draw, victim)
            : StepDraw.giveUp(draw, vocabulary, lane, victim));
  }

  private static Label said(List<Step> steps, Draw draw, LaneModel lane, String word) {
    Label label = lane.start();
    if (draw.percent(4)) {
      steps.add(StepDraw.answer(draw, label));
    }
    steps.add(new Step.Start(label, Command.of(word), draw.percent(50)));
    return label;
  }
}
