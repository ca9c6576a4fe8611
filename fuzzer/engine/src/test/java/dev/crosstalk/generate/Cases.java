package dev.crosstalk.generate;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Scenarios of a seed by their numbers, also as a program of its own that prints them. */
final class Cases {

  private Cases() {}

  static List<Scenario> of(long seed, long first, int count, Vocabulary vocabulary) {
    var scenarios = new ArrayList<Scenario>();
    Scenarios.generate(
        seed,
        first,
        vocabulary,
        (number, scenario) -> {
          scenarios.add(scenario);
          return scenarios.size() < count;
        });
    return scenarios;
  }

  /** The first cases of a seed for two vocabularies, as text. */
  static String text(long seed, int count) {
    var text = new StringBuilder();
    for (Vocabulary vocabulary : List.of(Vocabularies.RICH, Vocabularies.POOR)) {
      of(seed, 0, count, vocabulary)
          .forEach(scenario -> text.append(ScenarioWriter.write(ScenarioFile.of("t", scenario))));
    }
    return text.toString();
  }

  /** Prints {@link #text}; arguments are the seed and how many cases. */
  public static void main(String[] arguments) {
    String text = text(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
