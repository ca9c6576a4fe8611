package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a lane has done so far, as far as a generator needs to know to draw a next step that means
 * something: which calls are in flight, and how many were started.
 */
final class LaneModel {
  /** The letter M. */
  private static final int MESSAGES_FROM = 12;

  private final Lane lane;
  private final List<Label> inFlight = new ArrayList<>();
  private int started;
  private int published;

  LaneModel(Lane lane) {
    this.lane = lane;
  }

  Lane lane() {
    return lane;
  }

  /** The label of the next call, which is in flight from now on. */
  Label start() {
    var label = new Label(lane, ++started);
    inFlight.add(label);
    return label;
  }

  /** The label that the next call will have. */
  Label next() {
    return new Label(lane, started + 1);
  }

  /** The label of the next message: of a letter that no lane has, and no other lane's messages. */
  Label publish() {
    return new Label(Lane.at(MESSAGES_FROM + lane.letter() - 'A'), ++published);
  }

  void ended(Label label) {
    inFlight.remove(label);
  }

  boolean isFree() {
    return inFlight.isEmpty();
  }

  /** One of the calls in flight; sometimes, on purpose, one that has ended. */
  Optional<Label> target(Draw draw) {
    if (started == 0) {
      return Optional.empty();
    }
    return Optional.of(
        inFlight.isEmpty() || draw.percent(10)
            ? new Label(lane, draw.between(1, started))
            : draw.pick(inFlight));
  }
}
