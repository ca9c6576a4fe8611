package dev.crosstalk.generate;

import dev.crosstalk.generate.SmallState.Owed;
import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of which every combination is tried: one command, one error, one cut, two ways to end a
 * connection, each way to give up, and user code that fails; with what variants have besides:
 * blocks, watched keys, one message to subscribers. Holds of replies are not among them, since what
 * nobody lets out stays.
 */
final class SmallAlphabet {
  /** More calls than this waiting on one lane tell nothing new. */
  private static final int WAITING_MAX = 2;

  private static final Cut CUT = new Cut.BeforeEnd(1);

  /** One that a command may be answered with wherever it stands: queued, it is found at EXEC. */
  private static final ErrorCode ERROR = ErrorCode.WRONGTYPE;

  private static final String CHANNEL = "c1";

  /** The only message: another tells nothing new. */
  private static final Label MESSAGE = new Label(new Lane('M'), 1);

  /** What lanes watch and change. */
  private static final String WATCHED = "watched";

  /** A step, and what there is after it. */
  record Move(Step step, SmallState to) {}

  private final Vocabulary vocabulary;
  private final int lanes;

  SmallAlphabet(Vocabulary vocabulary, int lanes) {
    this.vocabulary = vocabulary;
    this.lanes = lanes;
  }

  /** Every step that means something next, in an order that is always the same. */
  List<Move> moves(SmallState state) {
    var moves = new ArrayList<Move>();
    // Lanes are alike, so they begin in their order.
    for (int lane = 0; lane < Math.min(lanes, state.lanes() + 1); lane++) {
      if (state.waitedBy(Lane.at(lane)) < WAITING_MAX) {
        starts(moves, state, lane);
      }
    }
    for (Owed call : state.owed()) {
      ofCall(moves, state, call);
    }
    for (int lane = 0; lane < state.lanes(); lane++) {
      ofLane(moves, state, Lane.at(lane));
    }
    if (state.someoneWaits()) {
      moves.add(new Move(new Step.Expire(), state.with(Owed::waited, Owed::abandoned)));
    }
    if (!state.stalled()) {
      moves.add(new Move(new Step.Stall(), state.stalledOnce()));
    }
    if (vocabulary.subscribes() && state.lanes() > 0 && !state.published()) {
      var publish = new Step.Publish(MESSAGE, CHANNEL, "", false);
      moves.add(new Move(publish, state.publishedOnce()));
    }
    return moves;
  }

  private void starts(List<Move> moves, SmallState state, int lane) {
    var label = new Label(Lane.at(lane), state.startedBy(lane) + 1);
    boolean open = state.blockOpen(lane);
    var owed = new Owed(label, true, true, false);
    boolean gathers = vocabulary.session() == SessionKind.PIPELINE;
    boolean transacts = vocabulary.session() == SessionKind.TRANSACTION;
    moves.add(
        start(
            label,
            Command.of("GET", "k" + label),
            state.plus(lane, open || gathers, List.of(owed))));
    if (gathers && open) {
      var executing = new Owed(label, true, false, false);
      moves.add(
          start(label, Command.of(Block.EXECUTE), state.plus(lane, false, List.of(executing))));
    }
    if (transacts && !open) {
      moves.add(start(label, Command.of(Block.MULTI), state.plus(lane, true, List.of(owed))));
    }
    if (transacts && open) {
      moves.add(start(label, Command.of(Block.EXEC), state.plus(lane, false, List.of(owed))));
      moves.add(start(label, Command.of(Block.DISCARD), state.plus(lane, false, List.of(owed))));
    }
    if (!state.failing().contains(label)) {
      moves.add(new Move(new Step.Answer(label, ERROR), state.failing(label)));
    }
    if (vocabulary.selects()) {
      SmallState selected = state.plus(lane, open || gathers, List.of(owed));
      moves.add(start(label, Command.of(Vocabulary.SELECT, "1"), selected));
    }
    if (vocabulary.userEncoder()) {
      Command failing = Command.of("SET", "k" + label, "v" + UserCode.ENCODE_FAILS);
      moves.add(start(label, failing, state.plus(lane, open, List.of())));
    }
    if (vocabulary.userDecoder()) {
      Command failing = Command.of("MGET", "k" + label + UserCode.DECODE_FAILS, "k" + label + "'");
      moves.add(start(label, failing, state.plus(lane, open || gathers, List.of(owed))));
    }
    moves.add(
        start(
            label,
            Command.of("SET", "k" + label, "v" + UserCode.NULL),
            state.plus(lane, open, List.of())));
    if (vocabulary.watches() && !open) {
      SmallState watching = state.plus(lane, false, List.of(owed));
      moves.add(start(label, Command.of(Vocabulary.WATCH, WATCHED), watching));
      moves.add(start(label, Command.of("SET", WATCHED, "v" + label), watching));
    }
    if (vocabulary.subscribes()) {
      SmallState said = state.plus(lane, open, List.of(owed));
      moves.add(start(label, Command.of(Subscribing.SUBSCRIBE, CHANNEL), said));
      moves.add(start(label, Command.of(Subscribing.UNSUBSCRIBE, CHANNEL), said));
    }
    if (vocabulary.tracks() && !state.tracking()) {
      moves.add(
          start(
              label,
              Command.of(Vocabulary.TRACKING, "ON"),
              state.plus(lane, open, List.of(owed)).tracked()));
    }
  }

  private static Move start(Label label, Command command, SmallState to) {
    return new Move(new Step.Start(label, command, false), to);
  }

  private void ofCall(List<Move> moves, SmallState state, Owed call) {
    Label label = call.label();
    // What is let out of one reply lets out all before it.
    SmallState answered =
        state.without(
            other -> other.isOf(label.lane()) && other.label().number() <= label.number());
    if (call.waited()) {
      moves.add(new Move(new Step.Await(label), answered));
    }
    if (call.waited() && vocabulary.cancels()) {
      moves.add(new Move(new Step.Cancel(label, false), state.with(call::equals, Owed::abandoned)));
    }
    if (call.waited() && vocabulary.futures()) {
      moves.add(
          new Move(
              new Step.Complete(label, CallersWord.TIMEOUT, false),
              state.with(call::equals, Owed::abandoned)));
    }
    if (call.onWire()) {
      moves.add(new Move(new Step.Release(label, false), answered));
      moves.add(
          new Move(
              new Step.Tear(label, CUT, Optional.of(Ending.CLOSE), false),
              state.without(other -> other.isOf(label.lane()))));
      if (!call.cut()) {
        moves.add(
            new Move(
                new Step.Deliver(label, 1, false),
                state.with(call::equals, it -> new Owed(label, it.waited(), true, true))));
      }
    }
  }

  private void ofLane(List<Move> moves, SmallState state, Lane lane) {
    if (vocabulary.owns()) {
      moves.add(new Move(new Step.GiveBack(lane, false), state.givenBack(lane)));
    }
    SmallState ended = state.without(call -> call.isOf(lane));
    moves.add(new Move(new Step.End(lane, Ending.CLOSE, false), ended));
    moves.add(new Move(new Step.HalfClose(lane, false), ended));
    moves.add(new Move(new Step.CloseClient(lane, false), state.closed()));
    if (state.waitedBy(lane) > 0) {
      SmallState left = state.with(call -> call.isOf(lane) && call.waited(), Owed::abandoned);
      if (vocabulary.interrupts()) {
        moves.add(new Move(new Step.Interrupt(lane, false), left));
      }
      if (vocabulary.blocking()) {
        moves.add(new Move(new Step.WalkAway(lane, false), left));
      }
    }
    if (state.tracking()) {
      moves.add(new Move(new Step.Push(lane, false), state));
    }
  }
}
