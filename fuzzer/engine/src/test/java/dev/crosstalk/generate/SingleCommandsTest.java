package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.Variant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SingleCommandsTest {
  private static final Set<String> COMMANDS = Set.of("GET", "WATCH", "SUBSCRIBE", "EVALSHA");

  @Test
  void asksOnceUnderEachProtocol() {
    Variant both = Variant.named("both").commands(COMMANDS).can(Capability.RESP3).build();
    assertThat(SingleCommands.of(both, "GET"))
        .extracting(scenario -> scenario.settings().protocol())
        .containsExactly(Protocol.values());
    Variant old = Variant.named("old").commands(COMMANDS).build();
    assertThat(SingleCommands.of(old, "GET"))
        .singleElement()
        .satisfies(scenario -> assertThat(started(scenario)).containsExactly("GET"));
  }

  @Test
  void asksInBlocksAsFarAsThereAreAny() {
    Variant pipeline = Variant.named("pipeline").pipeline().commands(COMMANDS).build();
    assertThat(SingleCommands.of(pipeline, "EVALSHA"))
        .extracting(SingleCommandsTest::started)
        .containsExactly(List.of("EVALSHA", "EXECUTE"));
    Variant transaction = Variant.named("transaction").transaction().commands(COMMANDS).build();
    assertThat(SingleCommands.of(transaction, "GET"))
        .extracting(SingleCommandsTest::started)
        .containsExactly(List.of("GET"), List.of("MULTI", "GET", "EXEC"));
    assertThat(SingleCommands.of(transaction, "WATCH"))
        .extracting(SingleCommandsTest::started)
        .containsExactly(List.of("WATCH"));
  }

  @Test
  void asksForEachScriptThatTellsNoError() {
    Variant plain = Variant.named("plain").commands(COMMANDS).build();
    assertThat(SingleCommands.scripts(plain, "EVALSHA"))
        .hasSize((int) Stream.of(Script.values()).filter(it -> !it.tellsErrors()).count())
        .allSatisfy(scenario -> assertThat(started(scenario)).containsExactly("EVALSHA"));
    Variant pipeline = Variant.named("pipeline").pipeline().commands(COMMANDS).build();
    assertThat(SingleCommands.scripts(pipeline, "EVAL"))
        .allSatisfy(scenario -> assertThat(started(scenario)).containsExactly("EVAL", "EXECUTE"));
  }

  @Test
  void endsASubscription() {
    Variant listening = Variant.named("listening").commands(COMMANDS).build();
    assertThat(SingleCommands.of(listening, "SUBSCRIBE"))
        .extracting(SingleCommandsTest::started)
        .containsExactly(List.of("SUBSCRIBE", "UNSUBSCRIBE"));
  }

  private static List<String> started(Scenario scenario) {
    return scenario.steps().stream()
        .filter(Step.Start.class::isInstance)
        .map(step -> ((Step.Start) step).command().name())
        .toList();
  }
}
