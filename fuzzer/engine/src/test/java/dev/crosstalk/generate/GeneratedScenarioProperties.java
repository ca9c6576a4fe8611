package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioReader;
import dev.crosstalk.scenario.ScenarioWriter;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.Subscribing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every scenario, whatever a variant can do. */
class GeneratedScenarioProperties {
  private static final Set<String> WITHOUT_KEY =
      Set.of(
          "PING",
          Vocabulary.SELECT,
          Vocabulary.TRACKING,
          Vocabulary.ATTRIBUTES,
          Block.EXECUTE,
          Block.MULTI,
          Block.EXEC,
          Block.DISCARD,
          Subscribing.SUBSCRIBE,
          Subscribing.PSUBSCRIBE,
          Subscribing.UNSUBSCRIBE,
          Subscribing.PUNSUBSCRIBE);

  @Property(tries = 500)
  void survivesBeingWrittenAndRead(@ForAll("scenarios") Scenario scenario) {
    var names = new TreeSet<>(Vocabulary.STARTED);
    names.addAll(WITHOUT_KEY);
    ScenarioFile file = ScenarioFile.of("generated", scenario);

    assertThat(new ScenarioReader(names).read("f", ScenarioWriter.write(file))).isEqualTo(file);
  }

  @Property(tries = 500)
  void startsEachLabelOnce(@ForAll("scenarios") Scenario scenario) {
    assertThat(starts(scenario).map(Step.Start::label)).doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void numbersTheCallsOfALaneInTheirOrder(@ForAll("scenarios") Scenario scenario) {
    for (int i = 0; i < scenario.settings().lanes(); i++) {
      Lane lane = Lane.at(i);
      List<Integer> numbers =
          starts(scenario)
              .map(Step.Start::label)
              .filter(label -> label.lane().equals(lane))
              .map(Label::number)
              .toList();

      assertThat(numbers)
          .isEqualTo(Stream.iterate(1, number -> number + 1).limit(numbers.size()).toList());
    }
  }

  @Property(tries = 500)
  void namesTheCallInItsKey(@ForAll("scenarios") Scenario scenario) {
    starts(scenario)
        .filter(start -> !WITHOUT_KEY.contains(start.command().name()))
        .forEach(
            start ->
                assertThat(key(start.command()))
                    .startsWith("k" + start.label())
                    .doesNotMatch("(?s)k" + start.label() + "[0-9].*"));
  }

  @Property(tries = 500)
  void asksNothingTwiceThatCarriesAKey(@ForAll("scenarios") Scenario scenario) {
    assertThat(
            starts(scenario)
                .map(Step.Start::command)
                .filter(command -> !WITHOUT_KEY.contains(command.name()))
                .map(Command::words))
        .doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void aimsOnlyAtCallsStartedBeforeAndAtLanesThatProbe(@ForAll("scenarios") Scenario scenario) {
    var messages = new HashSet<Label>();
    for (Step step : scenario.steps()) {
      if (step instanceof Step.Publish publish) {
        assertThat(messages.add(publish.label())).as("published once").isTrue();
      }
    }
    var started = new HashSet<Label>(messages);
    for (Step step : scenario.steps()) {
      if (step instanceof Step.Start start) {
        started.add(start.label());
      }
      if (!(step instanceof Step.Answer)) {
        assertThat(Aims.labels(step)).isSubsetOf(started);
      }
      if (!Aims.labels(step).isEmpty() && messages.containsAll(Aims.labels(step))) {
        continue;
      }
      assertThat(Aims.lanes(step))
          .allMatch(lane -> lane.compareTo(Lane.at(scenario.settings().lanes())) < 0);
    }
  }

  /** Behind all that a script tells. */
  private static String key(Command command) {
    return Script.in(command).isPresent()
        ? command.arguments().getLast()
        : command.arguments().getFirst();
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    Arbitrary<List<Long>> numbers = Arbitraries.longs().list().ofMinSize(2).ofMaxSize(5);
    return Combinators.combine(numbers, Vocabularies.any()).as(ScenarioUnpacker::unpack);
  }

  private static Stream<Step.Start> starts(Scenario scenario) {
    return scenario.steps().stream()
        .filter(Step.Start.class::isInstance)
        .map(Step.Start.class::cast);
  }
}
