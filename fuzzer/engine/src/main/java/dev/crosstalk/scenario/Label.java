package dev.crosstalk.scenario;

import java.util.Objects;

/**
 * The written, stable name of a call: the letter of its lane and a number, {@code A1}. Everything
 * that aims at a call hangs on its label, so deleting a step changes no other step's meaning.
 *
 * @param number 1 to 9999
 */
public record Label(Lane lane, int number) implements Comparable<Label> {
  public static final int NUMBER_MAX = 9999;

  public Label {
    Objects.requireNonNull(lane, "lane");
    if (number < 1 || number > NUMBER_MAX) {
      throw new IllegalArgumentException(
          "call number " + number + " is not from 1 to " + NUMBER_MAX);
    }
  }

  /**
   * Reads {@code A1}.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static Label parse(String text) {
    if (!text.matches("[A-Z][1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a call label; a label is a lane's letter and a number, as in A1");
    }
    return new Label(new Lane(text.charAt(0)), Integer.parseInt(text.substring(1)));
  }

  @Override
  public int compareTo(Label other) {
    int byLane = lane.compareTo(other.lane);
    return byLane == 0 ? Integer.compare(number, other.number) : byLane;
  }

  @Override
  public String toString() {
    return "" + lane.letter() + number;
  }
}
