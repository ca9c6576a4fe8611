package dev.crosstalk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioWriterTest {

  @Test
  void alignsColumns() {
    var a1 = Label.parse("A1");
    var settings =
        new ScenarioSettings(
                Protocol.RESP3,
                Duration.ofMinutes(5),
                2,
                1,
                Optional.of(new Credentials("alice", "")),
                8,
                Duration.ofMillis(1500))
            .withClientName(Optional.of("*3"));
    List<Step> steps =
        List.of(
            new Step.Start(a1, Command.of("SET", "k1", "two words\r\n+OK"), true),
            new Step.Tear(a1, new Cut.BeforeEnd(1), Optional.of(Ending.CLOSE), false),
            new Step.Expire(),
            new Step.Await(a1));
    var file =
        new ScenarioFile(
            "torn reply survives a reconnect",
            Optional.of("canaries/torn-reply-survives-reconnect"),
            Optional.of(new Expectation.Violated("matched")),
            Optional.of("https://example.org/1"),
            Optional.of("42/1234"),
            new Scenario(settings, steps));
    assertThat(ScenarioWriter.write(file))
        .isEqualTo(
            """
            crosstalk 1
            title     torn reply survives a reconnect
            driver    canaries/torn-reply-survives-reconnect
            expect    matched violated
            source    https://example.org/1
            seed      42/1234
            settings  protocol=3 timeout=5m lanes=2 database=1 user=alice password="" name=*3 \
            pool=8 reconnect=1500ms

            A         A1 SET k1 "two words\\r\\n+OK", at once
            server    tear the reply to A1 1 byte before its end, then close
            clock     expire
            A         await A1
            """);
  }

  @Test
  void leavesOutWhatIsPlainOrAbsent() {
    Scenario scenario = new Scenario(ScenarioSettings.PLAIN, List.of());
    assertThat(ScenarioWriter.write(ScenarioFile.of("", scenario)))
        .isEqualTo(
            """
            crosstalk 1
            title     ""
            settings  protocol=2 timeout=60s lanes=1
            """);
  }

  @Test
  void refusesToWriteMoreThanCanBeRead() {
    Step step =
        new Step.Start(Label.parse("A1"), Command.of("SET", "k", "v".repeat(1 << 20)), false);
    Scenario scenario = new Scenario(ScenarioSettings.PLAIN, Collections.nCopies(4, step));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScenarioWriter.write(ScenarioFile.of("long", scenario)));
  }
}
