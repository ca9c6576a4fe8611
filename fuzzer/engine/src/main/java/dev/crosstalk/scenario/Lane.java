package dev.crosstalk.scenario;

/** One logical caller, named by a capital letter. */
public record Lane(char letter) implements Comparable<Lane> {

  public Lane {
    if (letter < 'A' || letter > 'Z') {
      throw new IllegalArgumentException("lane '" + letter + "' is not a letter from A to Z");
    }
  }

  /** The lane of that number, counted from 0. */
  public static Lane at(int index) {
    return new Lane((char) ('A' + index));
  }

  @Override
  public int compareTo(Lane other) {
    return Character.compare(letter, other.letter);
  }

  @Override
  public String toString() {
    return String.valueOf(letter);
  }
}
