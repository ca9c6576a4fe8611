package dev.crosstalk.generate;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All scenarios of up to so many steps from a small alphabet, the shorter ones first, each found by
 * its number. Of what would do nothing, or the same as another scenario with the lanes renamed,
 * there is none. Shared by threads.
 */
public final class EveryScenario {
  private final SmallAlphabet alphabet;
  private final ScenarioSettings settings;
  private final int steps;

  /** How many scenarios go on from a state by exactly as many steps as the index says. */
  private final Map<SmallState, long[]> counts = new ConcurrentHashMap<>();

  private final Map<SmallState, List<SmallAlphabet.Move>> moves = new ConcurrentHashMap<>();

  /**
   * All scenarios for a variant.
   *
   * @param lanes at most
   * @param steps at most; 1 or more
   */
  public EveryScenario(Vocabulary vocabulary, int lanes, int steps) {
    this.alphabet = new SmallAlphabet(vocabulary, lanes);
    this.steps = steps;
    ScenarioSettings plain = ScenarioSettings.PLAIN;
    this.settings =
        new ScenarioSettings(
            vocabulary.resp3() ? Protocol.RESP3 : Protocol.RESP2,
            plain.timeout(),
            lanes,
            plain.database(),
            plain.credentials(),
            plain.poolSize(),
            plain.reconnectDelay());
  }

  /**
   * How many there are.
   *
   * @return empty when there are more than {@code most}; they are not counted further then, since
   *     counting takes memory, too
   */
  public OptionalLong count(long most) {
    long all = 0;
    for (int length = 1; length <= steps && all <= most; length++) {
      all += count(SmallState.START, length);
    }
    return all <= most ? OptionalLong.of(all) : OptionalLong.empty();
  }

  /**
   * The scenario of a number.
   *
   * @param number from 0, and below their count
   */
  public Scenario at(long number) {
    long left = number;
    int length = 1;
    for (long these = count(SmallState.START, length);
        left >= these;
        these = count(SmallState.START, length)) {
      left -= these;
      length++;
    }
    var chosen = new ArrayList<Step>(length);
    SmallState state = SmallState.START;
    for (int after = length - 1; after >= 0; after--) {
      SmallAlphabet.Move next = null;
      for (SmallAlphabet.Move move : moves(state)) {
        long these = count(move.to(), after);
        if (left < these) {
          next = move;
          break;
        }
        left -= these;
      }
      if (next == null) {
        throw new IllegalArgumentException("there is no scenario " + number);
      }
      chosen.add(next.step());
      state = next.to();
    }
    return new Scenario(settings, chosen);
  }

  private List<SmallAlphabet.Move> moves(SmallState state) {
    return moves.computeIfAbsent(state, alphabet::moves);
  }

  private long count(SmallState state, int length) {
    if (length == 0) {
      return 1;
    }
    long[] known = counts.computeIfAbsent(state, unknown -> new long[steps + 1]);
    if (known[length] == 0) {
      long sum = 0;
      for (SmallAlphabet.Move move : moves(state)) {
        sum += count(move.to(), length - 1);
      }
      // Whoever else counts it writes the same.
      known[length] = sum;
    }
    return known[length];
  }
}
