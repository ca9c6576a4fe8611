package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.KeyMark;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.SessionKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandDrawTest {
  private static final int DRAWS = 400;

  private static final List<Command> KEYED =
      Cases.of(7, 0, 3_000, Vocabularies.RICH).stream()
          .flatMap(scenario -> scenario.steps().stream())
          .filter(Step.Start.class::isInstance)
          .map(step -> ((Step.Start) step).command())
          .filter(command -> !command.arguments().isEmpty())
          .filter(command -> command.arguments().getFirst().startsWith("k"))
          .toList();

  @Test
  void marksSomeKeys() {
    assertThat(percentage(KeyMark.NIL)).isBetween(5.0, 11.0);
    assertThat(percentage(KeyMark.EMPTY)).isBetween(3.0, 7.0);
    assertThat(percentage(KeyMark.CRLF)).isBetween(5.0, 11.0);
    assertThat(percentage(KeyMark.BIG)).isBetween(0.1, 1.5);
  }

  @Test
  void asksForMuchOnlyByGet() {
    assertThat(KEYED)
        .filteredOn(command -> isMarked(command, KeyMark.BIG))
        .extracting(Command::name)
        .containsOnly("GET");
  }

  @Test
  void startsEveryCommand() {
    var keyless = List.of("PING");

    assertThat(KEYED.stream().map(Command::name).collect(Collectors.toSet()))
        .containsAll(Vocabulary.STARTED.stream().filter(name -> !keyless.contains(name)).toList());
  }

  @Test
  void asksTheSameAgainOnlyOfACache() {
    assertThat(distinct(vocabulary(false))).isEqualTo(DRAWS);
    assertThat(distinct(vocabulary(true))).isBetween(DRAWS / 2, DRAWS - 100);
  }

  @Test
  void invalidatesWhatACacheKeepsWithoutAskingForIt() {
    var fragment = new PushFragment();
    assertThat(fragment.fits(vocabulary(false))).isFalse();
    assertThat(fragment.fits(vocabulary(true))).isTrue();
    var steps = fragment.steps(new Draw(1), vocabulary(true), new LaneModel(Lane.at(0)));
    assertThat(steps).hasAtLeastOneElementOfType(Step.Push.class);
    assertThat(steps.toString()).doesNotContain(Vocabulary.TRACKING);
  }

  private static Vocabulary vocabulary(boolean caches) {
    return new Vocabulary(
        List.of("GET", "SET"),
        true,
        true,
        false,
        false,
        false,
        false,
        false,
        caches,
        false,
        SessionKind.POOLED);
  }

  private static int distinct(Vocabulary vocabulary) {
    var draw = new Draw(7);
    var lane = new LaneModel(Lane.at(0));
    return IntStream.range(0, DRAWS)
        .mapToObj(i -> CommandDraw.any(draw, vocabulary, lane.start()))
        .collect(Collectors.toSet())
        .size();
  }

  private static double percentage(KeyMark mark) {
    return 100.0 * KEYED.stream().filter(command -> isMarked(command, mark)).count() / KEYED.size();
  }

  private static boolean isMarked(Command command, KeyMark mark) {
    return command.arguments().getFirst().contains(mark.text());
  }
}
