package dev.crosstalk.campaign;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import java.util.Optional;

/** What can happen to calls, be it the server's doing, the caller's or the clock's. */
public enum Fault {
  CUT,
  CUT_AND_END,
  LATE_REPLY,
  ERROR_REPLY,
  END,
  RESTART,
  STALL,
  REFUSE,
  ILLEGAL_BYTES,
  LOST,
  HALF_CLOSE,
  UNREAD,
  LATE_ACCEPT,
  PUSH,
  PUBLISH,
  EXPIRE,
  TICK,
  CANCEL,
  GIVE_UP,
  COMPLETE,
  INTERRUPT,
  WALK_AWAY,
  GIVE_BACK,
  CLOSE_CLIENT;

  /** What a step is; empty for one that is nobody's trouble. */
  static Optional<Fault> of(Step step) {
    return switch (step) {
      case Step.Start _, Step.Await _, Step.Choose _, Step.Hold _ -> Optional.empty();
      case Step.Deliver _ -> Optional.of(CUT);
      case Step.Tear tear -> Optional.of(tear.then().isPresent() ? CUT_AND_END : CUT);
      case Step.Release _ -> Optional.of(LATE_REPLY);
      case Step.Answer _ -> Optional.of(ERROR_REPLY);
      case Step.End _ -> Optional.of(END);
      case Step.Restart _ -> Optional.of(RESTART);
      case Step.Stall _ -> Optional.of(STALL);
      case Step.Refuse _ -> Optional.of(REFUSE);
      case Step.Corrupt _ -> Optional.of(ILLEGAL_BYTES);
      case Step.Lose _, Step.LoseNext _ -> Optional.of(LOST);
      case Step.HalfClose _ -> Optional.of(HALF_CLOSE);
      case Step.StopReading _, Step.ReadAgain _ -> Optional.of(UNREAD);
      case Step.DelayAccept _, Step.Accept _ -> Optional.of(LATE_ACCEPT);
      case Step.Push _ -> Optional.of(PUSH);
      case Step.Publish _ -> Optional.of(PUBLISH);
      case Step.Expire _ -> Optional.of(EXPIRE);
      case Step.Tick _ -> Optional.of(TICK);
      case Step.Cancel _ -> Optional.of(CANCEL);
      case Step.GiveUp _ -> Optional.of(GIVE_UP);
      case Step.Complete _ -> Optional.of(COMPLETE);
      case Step.Interrupt _ -> Optional.of(INTERRUPT);
      case Step.WalkAway _ -> Optional.of(WALK_AWAY);
      case Step.GiveBack _ -> Optional.of(GIVE_BACK);
      case Step.CloseClient _ -> Optional.of(CLOSE_CLIENT);
    };
  }

  /** Whether it happens to a call that the step names, open or not. */
  boolean aimsAtCall() {
    return switch (this) {
      case CUT, CUT_AND_END, LATE_REPLY, ERROR_REPLY, ILLEGAL_BYTES -> true;
      case CANCEL, GIVE_UP, COMPLETE -> true;
      default -> false;
    };
  }

  /** Whether it is said of a call before that is started. */
  boolean comesBefore() {
    return this == ERROR_REPLY;
  }

  /** Whether a step of this kind happens to a call, provided that it is open. */
  boolean hits(Step step, CallHistory call) {
    return switch (step) {
      case Step.Deliver deliver -> is(call, deliver.label());
      case Step.Tear tear -> is(call, tear.label());
      case Step.Release release -> is(call, release.label());
      case Step.Answer answer -> is(call, answer.label());
      case Step.Cancel cancel -> is(call, cancel.label());
      case Step.GiveUp giveUp -> is(call, giveUp.label());
      case Step.Complete complete -> is(call, complete.label());
      case Step.End end -> is(call, end.lane());
      case Step.Corrupt corrupt -> is(call, corrupt.label());
      case Step.Lose lose -> is(call, lose.lane());
      case Step.HalfClose half -> is(call, half.lane());
      case Step.StopReading stop -> is(call, stop.lane());
      case Step.ReadAgain again -> is(call, again.lane());
      case Step.Push push -> is(call, push.lane());
      case Step.Interrupt interrupt -> is(call, interrupt.lane());
      case Step.WalkAway walkAway -> is(call, walkAway.lane());
      case Step.GiveBack giveBack -> is(call, giveBack.lane());
      default -> true;
    };
  }

  private static boolean is(CallHistory call, Label label) {
    return call.label().equals(label.toString());
  }

  private static boolean is(CallHistory call, Lane lane) {
    return call.lane().equals(lane.toString());
  }
}
