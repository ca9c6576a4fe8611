package dev.crosstalk.generate;

import dev.crosstalk.scenario.Scenario;
import java.util.ArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/** Scenarios for a variant: by number for campaigns, and as an arbitrary for properties. */
public final class Scenarios {
  private static final int FRAGMENTS_MIN = 1;
  private static final int FRAGMENTS_MAX = 4;

  private Scenarios() {}

  /** Takes one scenario after the other. */
  @FunctionalInterface
  public interface Taker {

    /**
     * Takes the scenario of a case.
     *
     * @return whether to go on with the next
     */
    boolean take(long caseNumber, Scenario scenario);
  }

  /** All scenarios for a variant, for properties. */
  public static Arbitrary<Scenario> arbitrary(Vocabulary vocabulary) {
    return Arbitraries.longs()
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofMinSize(1 + FRAGMENTS_MIN)
        .ofMaxSize(1 + FRAGMENTS_MAX)
        .map(longs -> ScenarioUnpacker.unpack(longs, vocabulary));
  }

  /**
   * The scenario of a case: the same for ever, on any thread and whatever came before it.
   *
   * @param caseNumber counted from 0
   */
  public static Scenario at(long seed, long caseNumber, Vocabulary vocabulary) {
    var draw = new Draw(Draw.mix(Draw.mix(seed) + caseNumber));
    int fragments = draw.between(FRAGMENTS_MIN, FRAGMENTS_MAX);
    var longs = new ArrayList<Long>(1 + fragments);
    for (int i = 0; i <= fragments; i++) {
      longs.add(draw.bits());
    }
    return ScenarioUnpacker.unpack(longs, vocabulary);
  }

  /** Gives the scenarios of a campaign one after the other until the taker has enough. */
  public static void generate(long seed, long firstCase, Vocabulary vocabulary, Taker taker) {
    long number = firstCase;
    while (taker.take(number, at(seed, number, vocabulary))) {
      number++;
    }
  }
}
