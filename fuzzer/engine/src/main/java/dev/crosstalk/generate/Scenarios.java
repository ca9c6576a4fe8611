package dev.crosstalk.generate;

import dev.crosstalk.scenario.Scenario;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Scenarios from jqwik: as an arbitrary for properties, and by number for campaigns. */
public final class Scenarios {
  private static final int FRAGMENTS_MIN = 1;
  private static final int FRAGMENTS_MAX = 4;
  private static final int GEN_SIZE = 1000;

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

  /** All scenarios for a variant. */
  public static Arbitrary<Scenario> arbitrary(Vocabulary vocabulary) {
    return longs().map(longs -> ScenarioUnpacker.unpack(longs, vocabulary));
  }

  /**
   * Generates the scenarios of a campaign, one Random for each, until the taker has enough. Case n
   * of a seed is the same for ever, whatever came before it. Runs on the caller's thread, which
   * must not be in a jqwik session already; one thread of a process at a time.
   */
  public static void generate(long seed, long firstCase, Vocabulary vocabulary, Taker taker) {
    JqwikSession.run(
        () -> {
          RandomGenerator<List<Long>> generator = longs().generator(GEN_SIZE, false);
          long number = firstCase;
          boolean more = true;
          while (more) {
            List<Long> longs = generator.next(new Random(caseSeed(seed, number))).value();
            more = taker.take(number, ScenarioUnpacker.unpack(longs, vocabulary));
            number++;
          }
        });
  }

  /** Case n of a seed. */
  public static Scenario at(long seed, long number, Vocabulary vocabulary) {
    var draw = new Random(caseSeed(seed, number));
    int size = 2 + draw.nextInt(4);
    var longs = new java.util.ArrayList<Long>();
    for (int i = 0; i < size; i++) {
      longs.add(draw.nextLong());
    }
    return ScenarioUnpacker.unpack(longs, vocabulary);
  }

  private static Arbitrary<List<Long>> longs() {
    return Arbitraries.longs()
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofMinSize(1 + FRAGMENTS_MIN)
        .ofMaxSize(1 + FRAGMENTS_MAX);
  }

  private static long caseSeed(long seed, long number) {
    return Draw.mix(Draw.mix(seed) + number);
  }
}
