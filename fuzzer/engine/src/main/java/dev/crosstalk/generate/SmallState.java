package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What has been done so far, as far as it decides which step would mean something next.
 *
 * @param started how many calls each lane has started; a lane that has started none is not in it
 * @param blocks whether each of these lanes has a block open
 * @param owed calls whose caller waits or whose reply has not left, in the order of their starts
 * @param failing calls that are not started yet, and are to be answered with an error
 */
record SmallState(
    List<Integer> started,
    List<Boolean> blocks,
    List<Owed> owed,
    List<Label> failing,
    boolean tracking,
    boolean stalled,
    boolean published) {
  static final SmallState START =
      new SmallState(List.of(), List.of(), List.of(), List.of(), false, false, false);

  /**
   * A call.
   *
   * @param waited whether its caller still waits
   * @param onWire whether a reply of its own is owed
   * @param cut whether some bytes of that have left
   */
  record Owed(Label label, boolean waited, boolean onWire, boolean cut) {
    boolean isOf(Lane lane) {
      return label.lane().equals(lane);
    }

    Owed abandoned() {
      return new Owed(label, false, onWire, cut);
    }
  }

  int lanes() {
    return started.size();
  }

  int startedBy(int lane) {
    return lane < started.size() ? started.get(lane) : 0;
  }

  boolean blockOpen(int lane) {
    return lane < blocks.size() && blocks.get(lane);
  }

  long waitedBy(Lane lane) {
    return owed.stream().filter(call -> call.isOf(lane) && call.waited()).count();
  }

  boolean someoneWaits() {
    return owed.stream().anyMatch(Owed::waited);
  }

  /** One more call of a lane. */
  SmallState plus(int lane, boolean blockOpen, List<Owed> calls) {
    var counts = new ArrayList<>(started);
    var open = new ArrayList<>(blocks);
    if (lane == counts.size()) {
      counts.add(1);
      open.add(blockOpen);
    } else {
      counts.set(lane, counts.get(lane) + 1);
      open.set(lane, blockOpen);
    }
    var all = new ArrayList<>(owed);
    all.addAll(calls);
    var others = new ArrayList<>(failing);
    others.remove(new Label(Lane.at(lane), counts.get(lane)));
    return new SmallState(
        List.copyOf(counts),
        List.copyOf(open),
        List.copyOf(all),
        List.copyOf(others),
        tracking,
        stalled,
        published);
  }

  SmallState without(Predicate<Owed> which) {
    return owed(owed.stream().filter(which.negate()).toList());
  }

  SmallState with(Predicate<Owed> which, UnaryOperator<Owed> change) {
    return owed(
        owed.stream()
            .map(call -> which.test(call) ? change.apply(call) : call)
            // What nobody waits for and nothing is owed to is over.
            .filter(call -> call.waited() || call.onWire())
            .toList());
  }

  private SmallState owed(List<Owed> calls) {
    return new SmallState(started, blocks, calls, failing, tracking, stalled, published);
  }

  /** The next call of a label is answered with an error. */
  SmallState failing(Label label) {
    var more = new ArrayList<>(failing);
    more.add(label);
    return new SmallState(started, blocks, owed, List.copyOf(more), tracking, stalled, published);
  }

  /** A lane's session is closed, with what was open in it. */
  SmallState givenBack(Lane lane) {
    SmallState left = without(call -> call.isOf(lane));
    var open = new ArrayList<>(blocks);
    open.set(lane.letter() - 'A', false);
    return new SmallState(
        started, List.copyOf(open), left.owed(), failing, tracking, stalled, published);
  }

  SmallState tracked() {
    return new SmallState(started, blocks, owed, failing, true, stalled, published);
  }

  SmallState stalledOnce() {
    return new SmallState(started, blocks, owed, failing, tracking, true, published);
  }

  SmallState publishedOnce() {
    return new SmallState(started, blocks, owed, failing, tracking, stalled, true);
  }

  /** The client is closed, with all that was open. */
  SmallState closed() {
    List<Boolean> none = blocks.stream().map(open -> false).toList();
    return new SmallState(started, none, List.of(), failing, false, stalled, published);
  }
}
