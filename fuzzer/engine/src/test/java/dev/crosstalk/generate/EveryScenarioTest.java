package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.generate.VocabularyBuilder.Feature;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.StepText;
import dev.crosstalk.spi.SessionKind;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryScenarioTest {
  private static final Vocabulary BLOCKING = blocking().build();

  static Stream<Vocabulary> vocabularies() {
    return Stream.of(
        BLOCKING,
        starting()
            .with(Feature.RESP3, Feature.CANCELS, Feature.FUTURES, Feature.USER_ENCODER)
            .build(),
        blocking().with(Feature.USER_ENCODER).in(SessionKind.POOLED).build(),
        blocking().in(SessionKind.PIPELINE).build(),
        blocking().in(SessionKind.TRANSACTION).build());
  }

  private static VocabularyBuilder blocking() {
    return starting().with(Feature.BLOCKING, Feature.RESP3, Feature.INTERRUPTS, Feature.OWNS);
  }

  private static VocabularyBuilder starting() {
    return VocabularyBuilder.starting("GET", "SET", Vocabulary.TRACKING);
  }

  @Test
  void knowsWhatOnlySomeVariantsHave() {
    var all =
        new Vocabulary(
            List.of("GET", "SET", "WATCH", "SUBSCRIBE", "UNSUBSCRIBE"),
            true,
            true,
            false,
            false,
            true,
            true,
            true,
            false,
            true,
            SessionKind.TRANSACTION);
    assertThat(texts(new EveryScenario(all, 1, 2)))
        .contains(
            List.of("A A1 SUBSCRIBE c1", "server publish M1 to c1"),
            List.of("A A1 WATCH watched", "A A2 SET watched vA2"),
            List.of("A A1 WATCH watched", "A A2 MULTI"),
            List.of("A A1 GET kA1", "A A2 MGET kA2!decode-fails! kA2'"),
            List.of("A A1 GET kA1", "server half-close the connection of A"),
            List.of("A A1 GET kA1", "A close the client"));
  }

  /** Where nothing is open yet there is a call to start, another one, and a handshake to stall. */
  @Test
  void knowsThoseOfOneStep() {
    assertThat(texts(new EveryScenario(BLOCKING, 2, 1)))
        .containsExactly(
            List.of("A A1 GET kA1"),
            List.of("server answer A1 with WRONGTYPE"),
            List.of("A A1 SET kA1 v!null!"),
            List.of("A A1 CLIENT TRACKING ON"),
            List.of("server stall the next handshake"));
  }

  @Test
  void beginsWithTheShorterOnes() {
    List<List<String>> texts = texts(new EveryScenario(BLOCKING, 2, 3));

    assertThat(texts.stream().map(List::size)).isSorted();
    assertThat(texts)
        .contains(List.of("A A1 GET kA1", "clock expire", "server release the reply to A1"));
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void countsEachOnce(Vocabulary vocabulary) {
    var every = new EveryScenario(vocabulary, 2, 4);
    List<List<String>> texts = texts(every);

    assertThat(new HashSet<>(texts)).hasSize((int) count(every));
  }

  @Test
  void namesLanesInTheOrderInWhichTheyBegin() {
    assertThat(texts(new EveryScenario(BLOCKING, 2, 3)).stream().map(List::getFirst))
        .noneMatch(first -> first.startsWith("B"));
  }

  @Test
  void keepsToTheLanesItMayUse() {
    assertThat(texts(new EveryScenario(BLOCKING, 1, 3)).stream().flatMap(List::stream))
        .noneMatch(step -> step.startsWith("B") || step.endsWith(" B"));
  }

  @Test
  void stopsCountingWhereThereAreTooMany() {
    var every = new EveryScenario(BLOCKING, 3, 12);

    assertThat(every.count(1_000)).isEmpty();
  }

  private static long count(EveryScenario every) {
    return every.count(Long.MAX_VALUE).orElseThrow();
  }

  private static List<List<String>> texts(EveryScenario every) {
    return LongStream.range(0, count(every))
        .mapToObj(every::at)
        .map(Scenario::steps)
        .map(steps -> steps.stream().map(StepText::of).toList())
        .toList();
  }
}
