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
 */
record SmallState(
    List<Integer> started,
    List<Boolean> blocks,
    List<Owed> owed,
    boolean tracking,
    boolean stalled) {
  static final SmallState START = new SmallState(List.of(), List.of(), List.of(), false, false);

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
    return new SmallState(
        List.copyOf(counts), List.copyOf(open), List.copyOf(all), tracking, stalled);
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
    return new SmallState(started, blocks, calls, tracking, stalled);
  }

  SmallState tracked() {
    return new SmallState(started, blocks, owed, true, stalled);
  }

  SmallState stalledOnce() {
    return new SmallState(started, blocks, owed, tracking, true);
  }
}
