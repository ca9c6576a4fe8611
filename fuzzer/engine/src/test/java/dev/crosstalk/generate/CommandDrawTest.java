package dev.crosstalk.generate;

import static dev.crosstalk.generate.VocabularyBuilder.starting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.generate.VocabularyBuilder.Feature;
import dev.crosstalk.resp.KeyMark;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.UserCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandDrawTest {
  private static final int DRAWS = 400;

  private static final List<Command> STARTED =
      Cases.of(7, 0, 3_000, Vocabularies.RICH).stream()
          .flatMap(scenario -> scenario.steps().stream())
          .filter(Step.Start.class::isInstance)
          .map(step -> ((Step.Start) step).command())
          .toList();

  private static final List<Command> KEYED =
      STARTED.stream()
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
    assertThat(STARTED.stream().map(Command::name).collect(Collectors.toSet()))
        .containsAll(Vocabulary.STARTED);
  }

  /** The text of a script, its digest and the numbers it is given are no text of the user's. */
  @Test
  void marksOnlyTheLastArgumentOfAScript() {
    assertThat(scripts(CommandDraw::failing))
        .allSatisfy(command -> assertThat(marked(command, UserCode.ENCODE_FAILS)).isTrue());
    assertThat(scripts(CommandDraw::withNull))
        .allSatisfy(command -> assertThat(marked(command, UserCode.NULL)).isTrue());
    assertThat(scripts(CommandDraw::failing))
        .extracting(Command::name)
        .contains(Script.EVAL, Script.EVALSHA);
  }

  @Test
  void hasNoArgumentToMarkWhereNoneIsTheUsers() {
    assertThat(CommandDraw.keyed(starting("PING", Vocabulary.ATTRIBUTES).build())).isEmpty();
  }

  /** Whether the last argument carries it, and no other does. */
  private static boolean marked(Command command, String mark) {
    List<String> arguments = command.arguments();
    return arguments.stream().filter(argument -> argument.contains(mark)).count() == 1
        && arguments.getLast().endsWith(mark);
  }

  private interface Drawing {
    Command draw(Draw draw, Vocabulary vocabulary, Label label);
  }

  private static List<Command> scripts(Drawing drawing) {
    Vocabulary scripts = starting(Script.EVAL, Script.EVALSHA).build();
    var draw = new Draw(7);
    var lane = new LaneModel(Lane.at(0));
    return IntStream.range(0, DRAWS)
        .mapToObj(i -> drawing.draw(draw, scripts, lane.start()))
        .toList();
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
    VocabularyBuilder of =
        starting("GET", "SET").with(Feature.BLOCKING, Feature.RESP3).in(SessionKind.POOLED);
    return (caches ? of.with(Feature.CACHES) : of).build();
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
