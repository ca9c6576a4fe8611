package dev.crosstalk.campaign;

import dev.crosstalk.generate.EveryScenario;
import dev.crosstalk.generate.Scenarios;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.scenario.Scenario;
import java.util.OptionalLong;

/** Where a campaign's scenarios come from. */
public sealed interface Generation {

  /**
   * Drawn at random, the same ones from the same seed.
   *
   * @param legalOnly whether the steps that send illegal bytes are left out of them
   */
  record Drawn(long seed, boolean legalOnly) implements Generation {

    /** With illegal bytes in some. */
    public Drawn(long seed) {
      this(seed, false);
    }

    @Override
    public Numbered of(Vocabulary vocabulary) {
      return number -> {
        Scenario drawn = Scenarios.at(seed, number, vocabulary);
        return legalOnly ? drawn.legal() : drawn;
      };
    }

    @Override
    public String name() {
      return Long.toString(seed);
    }
  }

  /** Every one up to a size. */
  record Every(int lanes, int steps) implements Generation {

    /** More than these are not tried to the end: at full speed they take an hour. */
    public static final long MOST = 20_000_000;

    /** How many there are for a variant; empty when they are more than {@link #MOST}. */
    public OptionalLong count(Vocabulary vocabulary) {
      return new EveryScenario(vocabulary, lanes, steps).count(MOST);
    }

    @Override
    public Numbered of(Vocabulary vocabulary) {
      return new EveryScenario(vocabulary, lanes, steps)::at;
    }

    @Override
    public String name() {
      return "every-" + steps + "-on-" + lanes;
    }
  }

  /** Scenarios by their numbers, from 0. */
  @FunctionalInterface
  interface Numbered {

    /** The same for ever, on any thread. */
    Scenario at(long number);
  }

  Numbered of(Vocabulary vocabulary);

  /** Short; with a number behind it, it says where a scenario comes from. */
  String name();
}
