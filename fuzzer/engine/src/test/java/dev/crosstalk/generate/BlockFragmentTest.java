package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.generate.VocabularyBuilder.Feature;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.SessionKind;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockFragmentTest {
  private static final Vocabulary PIPELINE = vocabulary(SessionKind.PIPELINE);
  private static final Vocabulary TRANSACTION = vocabulary(SessionKind.TRANSACTION);

  private static final Vocabulary CHECK_AND_SET =
      vocabulary(SessionKind.TRANSACTION, "GET", "SET", "UNWATCH", "WATCH");

  @Test
  void fitsWhereCommandsGatherInBlocks() {
    var fragment = new BlockFragment();
    assertThat(fragment.fits(PIPELINE)).isTrue();
    assertThat(fragment.fits(TRANSACTION)).isTrue();
    assertThat(fragment.fits(vocabulary(SessionKind.DIRECT))).isFalse();
    assertThat(fragment.fits(vocabulary(SessionKind.POOLED))).isFalse();
  }

  @Test
  void endsMostPipelinesAndLeavesSomeOpen() {
    assertThat(names(PIPELINE).filter("EXECUTE"::equals).count()).isBetween(700L, 950L);
    assertThat(names(PIPELINE)).containsOnly("GET", "EXECUTE");
  }

  @Test
  void runsMostTransactionsAndDiscardsSome() {
    assertThat(names(TRANSACTION).filter("MULTI"::equals).count()).isEqualTo(1_000);
    assertThat(names(TRANSACTION).filter("EXEC"::equals).count()).isBetween(550L, 800L);
    assertThat(names(TRANSACTION).filter("DISCARD"::equals).count()).isBetween(100L, 250L);
  }

  @Test
  void watchesKeysInFrontOfSomeTransactionsAndChangesSome() {
    List<Step> watching = steps(CHECK_AND_SET).toList();
    assertThat(started(watching, "WATCH")).isBetween(250L, 350L);
    assertThat(started(watching, "UNWATCH")).isBetween(15L, 60L);
    assertThat(watching)
        .filteredOn(
            step ->
                step instanceof Step.Start start
                    && start.command().name().equals("SET")
                    && start.command().arguments().getFirst().equals("watched"))
        .hasSizeGreaterThan(50);
    assertThat(names(TRANSACTION)).doesNotContain("WATCH");
  }

  @Test
  void givesBackSomeSessionsWhoseBlockIsOpen() {
    assertThat(steps(TRANSACTION).filter(Step.GiveBack.class::isInstance).count())
        .isBetween(40L, 120L);
  }

  private static long started(List<Step> steps, String name) {
    return steps.stream()
        .filter(step -> step instanceof Step.Start start && start.command().name().equals(name))
        .count();
  }

  @Test
  void aimsAtEveryReplyOfATransaction() {
    assertThat(steps(TRANSACTION).filter(Step.Tear.class::isInstance).map(Aims::labels))
        .anyMatch(labels -> labels.toString().contains("A1"))
        .anyMatch(labels -> labels.toString().contains("A2"))
        .anyMatch(labels -> labels.toString().contains("A3"));
  }

  private static Stream<String> names(Vocabulary vocabulary) {
    return steps(vocabulary)
        .filter(Step.Start.class::isInstance)
        .map(step -> ((Step.Start) step).command().name());
  }

  private static Stream<Step> steps(Vocabulary vocabulary) {
    return LongStream.range(0, 1_000)
        .mapToObj(
            seed ->
                new BlockFragment().steps(new Draw(seed), vocabulary, new LaneModel(Lane.at(0))))
        .flatMap(List::stream);
  }

  private static Vocabulary vocabulary(SessionKind kind) {
    return vocabulary(kind, "GET");
  }

  private static Vocabulary vocabulary(SessionKind kind, String... commands) {
    return VocabularyBuilder.starting(commands)
        .with(Feature.BLOCKING, Feature.INTERRUPTS, Feature.OWNS)
        .in(kind)
        .build();
  }
}
