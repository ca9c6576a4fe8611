package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.UserCode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Scenarios for a variant speak of nothing that the variant cannot do. */
class VocabularyProperties {

  @Property(tries = 500)
  void startsOnlyCommandsThatTheVariantHas(
      @ForAll("vocabularies") Vocabulary vocabulary, @ForAll("numbers") List<Long> numbers) {
    List<String> names =
        vocabulary.started().isEmpty()
            ? Stream.concat(Stream.of("GET"), vocabulary.commands().stream()).toList()
            : vocabulary.commands();

    assertThat(scenario(numbers, vocabulary).steps())
        .allMatch(
            step ->
                !(step instanceof Step.Start start)
                    || names.contains(start.command().name())
                    || Block.words(vocabulary.session()).contains(start.command().name()));
  }

  @Property(tries = 500)
  void givesUpOnlyInWaysThatTheVariantHas(
      @ForAll("vocabularies") Vocabulary vocabulary, @ForAll("numbers") List<Long> numbers) {
    Scenario scenario = scenario(numbers, vocabulary);

    assertThat(vocabulary.cancels() || lacks(scenario, Step.Cancel.class)).isTrue();
    assertThat(vocabulary.futures() || lacks(scenario, Step.GiveUp.class)).isTrue();
    assertThat(vocabulary.futures() || lacks(scenario, Step.Complete.class)).isTrue();
    assertThat(vocabulary.interrupts() || lacks(scenario, Step.Interrupt.class)).isTrue();
    assertThat(vocabulary.blocking() || lacks(scenario, Step.WalkAway.class)).isTrue();
  }

  @Property(tries = 500)
  void pushesOnlyWhereTrackingCanBeSwitchedOn(
      @ForAll("vocabularies") Vocabulary vocabulary, @ForAll("numbers") List<Long> numbers) {
    Scenario scenario = scenario(numbers, vocabulary);

    assertThat(vocabulary.subscribes() || lacks(scenario, Step.Publish.class)).isTrue();
    assertThat(vocabulary.tracks() || lacks(scenario, Step.Push.class)).isTrue();
    assertThat(vocabulary.resp3() || scenario.settings().protocol() == Protocol.RESP2).isTrue();
  }

  @Property(tries = 500)
  void failsInUserCodeOnlyWhereThereIsAny(
      @ForAll("vocabularies") Vocabulary vocabulary, @ForAll("numbers") List<Long> numbers) {
    String scenario = scenario(numbers, vocabulary).toString();

    assertThat(vocabulary.userEncoder() || !scenario.contains(UserCode.ENCODE_FAILS)).isTrue();
    assertThat(vocabulary.userDecoder() || !scenario.contains("!decode-fails")).isTrue();
  }

  @Property(tries = 500)
  void asksForSeveralConnectionsOnlyOfAPool(
      @ForAll("vocabularies") Vocabulary vocabulary, @ForAll("numbers") List<Long> numbers) {
    int size = scenario(numbers, vocabulary).settings().poolSize();

    assertThat(size).isBetween(1, vocabulary.pooled() ? 3 : 1);
  }

  @Provide
  Arbitrary<Vocabulary> vocabularies() {
    return Vocabularies.any();
  }

  @Provide
  Arbitrary<List<Long>> numbers() {
    return Arbitraries.longs().list().ofMinSize(2).ofMaxSize(5);
  }

  private static Scenario scenario(List<Long> numbers, Vocabulary vocabulary) {
    return ScenarioUnpacker.unpack(numbers, vocabulary);
  }

  private static boolean lacks(Scenario scenario, Class<? extends Step> kind) {
    return scenario.steps().stream().noneMatch(kind::isInstance);
  }
}
