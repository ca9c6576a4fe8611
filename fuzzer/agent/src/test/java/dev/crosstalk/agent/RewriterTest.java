package dev.crosstalk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewriterTest {
  private static final Feature[] ALL = Feature.values();

  @Test
  void returnsTheSameArrayWhereThereIsNothingToRewrite() throws IOException {
    byte[] plain = classFile(UnsupportedJdkException.class);
    assertThat(Rewriter.rewrite(plain, Set.of(ALL))).isSameAs(plain);
    byte[] specimen = classFile(Specimen.class);
    assertThat(Rewriter.rewrite(specimen, Set.of())).isSameAs(specimen);
    assertThat(Rewriter.rewrite(specimen, Set.of(Feature.CLOCK))).isNotEqualTo(specimen);
  }

  @Test
  void theClockIsTheWorlds() throws Exception {
    assertThat(inside("clock", Feature.CLOCK))
        .containsExactly(
            "1000000000", "1000000000000", "1000000000000", "1000000000", "1000000000000");
    assertThat(outside("clock", Feature.CLOCK)).doesNotContain("1000000000000");
  }

  @Test
  void schedulersHaveTheWorldsTimeOnly() throws Exception {
    assertThat(inside("clock", Feature.WORLD_CLOCK).getFirst()).isEqualTo("1000000000");
    assertThat(outside("clock", Feature.WORLD_CLOCK)).doesNotContain("1000000000");
  }

  @Test
  void chanceIsTheWorlds() throws Exception {
    List<String> first = inside("random", Feature.RANDOM);
    assertThat(inside("random", Feature.RANDOM)).isEqualTo(first).endsWith("4");
    assertThat(outside("random", Feature.RANDOM)).isNotEqualTo(first).endsWith("4");
  }

  @Test
  void newThreadsAreLanes() throws Exception {
    assertThat(inside("threads", Feature.THREADS))
        .containsExactly("true", "plain", "true", "thread", "false", "true", "thread");
    assertThat(outside("threads", Feature.THREADS)).startsWith("false", "plain", "false");
  }

  @Test
  void threadsOfADriversOwnKindAreLanes() throws Exception {
    assertThat(inside("subclass", Feature.THREADS))
        .containsExactly("true", "false", "own", "true", "true");
    assertThat(outside("subclass", Feature.THREADS))
        .containsExactly("true", "false", "own", "true", "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"methods", "blocks", "loop", "waits"})
  void locksDoWhatTheRealOnesDo(String name) throws Exception {
    List<String> real = List.copyOf(new Specimen().apply(name));
    assertThat(outside(name, Feature.MONITORS)).isEqualTo(real);
    assertThat(inside(name, Feature.MONITORS, Feature.CLOCK)).isEqualTo(real);
    assertThat(inside(name, ALL)).isEqualTo(real);
  }

  @Test
  void aLockIsHandedOverInTheOrderOfArrival() throws Exception {
    assertThat(inside("contention", ALL)).containsExactly("leaving", "0", "1", "2", "3");
    assertThat(outside("contention", ALL))
        .startsWith("leaving")
        .containsExactlyInAnyOrder("leaving", "0", "1", "2", "3");
  }

  @Test
  void aRewrittenWaitTakesTheTimeOfTheWorld() throws Exception {
    var specimen = specimen(ALL);
    assertThat(LoopWorld.run(() -> specimen.apply("wait"))).isEqualTo(60_000_000_000L);
  }

  private static List<String> inside(String name, Feature... features) throws Exception {
    var specimen = specimen(features);
    List<String> seen = new ArrayList<>();
    LoopWorld.run(() -> seen.addAll(specimen.apply(name)));
    return seen;
  }

  private static List<String> outside(String name, Feature... features) throws Exception {
    return specimen(features).apply(name);
  }

  @SuppressWarnings("unchecked")
  private static Function<String, List<String>> specimen(Feature... features) throws Exception {
    return (Function<String, List<String>>) Rewritten.of(Specimen.class, features);
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }
}
