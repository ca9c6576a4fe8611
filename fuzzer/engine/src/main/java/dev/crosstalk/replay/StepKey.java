package dev.crosstalk.replay;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;

/**
 * What choices hang on: the kind of a step and the label or lane it is about. Not its other fields,
 * so that a shrunk field leaves the schedule as it was. The numbers are part of what a saved
 * scenario means: they never change.
 */
final class StepKey {
  static final long HEALING = 1;

  private StepKey() {}

  static long of(Step step) {
    return switch (step) {
      case Step.Start start -> of(2, start.label());
      case Step.Await await -> of(3, await.label());
      case Step.Cancel cancel -> of(4, cancel.label());
      case Step.Interrupt interrupt -> of(5, interrupt.lane());
      case Step.WalkAway walkAway -> of(6, walkAway.lane());
      case Step.Expire _ -> 7;
      case Step.Choose _ -> 8;
      case Step.Hold hold -> of(9, hold.label());
      case Step.Deliver deliver -> of(10, deliver.label());
      case Step.Tear tear -> of(11, tear.label());
      case Step.Release release -> of(12, release.label());
      case Step.End end -> of(13, end.lane());
      case Step.Stall _ -> 14;
      case Step.Push push -> of(15, push.lane());
      case Step.Answer answer -> of(16, answer.label());
      case Step.GiveBack giveBack -> of(17, giveBack.lane());
      case Step.CloseClient close -> of(18, close.lane());
      case Step.Tick _ -> 19;
      case Step.Refuse _ -> 20;
      case Step.Restart _ -> 21;
      case Step.Lose lose -> of(22, lose.lane());
      case Step.LoseNext _ -> 23;
      case Step.HalfClose half -> of(24, half.lane());
      case Step.StopReading stop -> of(25, stop.lane());
      case Step.ReadAgain again -> of(26, again.lane());
      case Step.DelayAccept _ -> 27;
      case Step.Accept _ -> 28;
      case Step.Corrupt corrupt -> of(29, corrupt.label());
      case Step.Publish publish -> of(30, publish.label());
      case Step.GiveUp giveUp -> of(31, giveUp.label());
      case Step.Complete complete -> of(32, complete.label());
    };
  }

  private static long of(int kind, Label label) {
    return of(kind, label.lane()) + ((long) label.number() << 16);
  }

  private static long of(int kind, Lane lane) {
    return kind + ((long) lane.letter() << 8);
  }
}
