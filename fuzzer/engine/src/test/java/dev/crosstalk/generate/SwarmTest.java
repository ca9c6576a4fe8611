package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SwarmTest {
  private static final int DRAWS = 2_000;

  @Test
  void isEverythingNowAndThen() {
    assertThat(swarms(Vocabularies.RICH).filter(it -> it.vocabulary().equals(Vocabularies.RICH)))
        .hasSizeBetween(DRAWS / 5, DRAWS / 2);
  }

  @Test
  void leavesOutEachCommandAndEachFragmentOften() {
    for (String command : Vocabularies.RICH.commands()) {
      assertThat(
              swarms(Vocabularies.RICH).filter(it -> !it.vocabulary().commands().contains(command)))
          .as(command)
          .hasSizeGreaterThan(DRAWS / 5);
    }
    for (Fragment fragment : Fragments.fitting(Vocabularies.RICH)) {
      assertThat(swarms(Vocabularies.RICH).filter(it -> !it.fragments().contains(fragment)))
          .as(fragment.getClass().getSimpleName())
          .hasSizeGreaterThan(DRAWS / 5);
    }
  }

  @Test
  void alwaysHasSomethingToStartAndAFragment() {
    for (Vocabulary vocabulary : List.of(Vocabularies.RICH, Vocabularies.POOR)) {
      assertThat(swarms(vocabulary))
          .allSatisfy(
              it -> {
                assertThat(it.vocabulary().started()).isNotEmpty();
                assertThat(it.fragments())
                    .isNotEmpty()
                    .allMatch(fragment -> fragment.fits(it.vocabulary()));
              });
    }
  }

  private static Stream<Swarm> swarms(Vocabulary vocabulary) {
    return LongStream.range(0, DRAWS).mapToObj(seed -> Swarm.of(new Draw(seed), vocabulary));
  }
}
