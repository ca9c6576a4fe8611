package dev.crosstalk.campaign;

import dev.crosstalk.generate.EveryScenario;
import dev.crosstalk.generate.Scenarios;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.scenario.Scenario;

/** Where a campaign's scenarios come from. */
public sealed interface Generation {

  /** Drawn at random, the same ones from the same seed. */
  record Drawn(long seed) implements Generation {
    @Override
    public Numbered of(Vocabulary vocabulary) {
      return number -> Scenarios.at(seed, number, vocabulary);
    }

    @Override
    public String name() {
      return Long.toString(seed);
    }
  }

  /** Every one up to a size. */
  record Every(int lanes, int steps) implements Generation {

    /** How many there are for a variant. */
    public long count(Vocabulary vocabulary) {
      return new EveryScenario(vocabulary, lanes, steps).count();
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
