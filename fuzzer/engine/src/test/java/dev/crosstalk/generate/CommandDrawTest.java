package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.KeyMark;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandDrawTest {
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

  private static double percentage(KeyMark mark) {
    return 100.0 * KEYED.stream().filter(command -> isMarked(command, mark)).count() / KEYED.size();
  }

  private static boolean isMarked(Command command, KeyMark mark) {
    return command.arguments().getFirst().contains(mark.text());
  }
}
