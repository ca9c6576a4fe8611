package dev.crosstalk.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.shrink.Shrinker.Shrunk;
import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PlainerSettingsTest {
  private static final ScenarioSettings PLAIN = ScenarioSettings.PLAIN;
  private static final Protocol RESP2 = Protocol.RESP2;
  private static final Protocol RESP3 = Protocol.RESP3;
  private static final Optional<Credentials> ALICE =
      Optional.of(new Credentials("alice", "wonderland"));
  private static final Optional<Credentials> NOBODY = Optional.empty();
  private static final Duration SHORT = PLAIN.reconnectDelay();
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final Optional<String> ME = Optional.of("me");
  private static final ScenarioSettings ODD =
      settings(RESP3, 3, 7, ALICE, 2, LONG).withClientName(ME);

  @Test
  void makesAllPlainAtOnceAndThenOneAfterTheOther() {
    assertThat(PlainerSettings.candidates(scenario(ODD)))
        .extracting(Scenario::settings)
        .containsExactly(
            PLAIN,
            settings(RESP3, 1, 7, ALICE, 2, LONG).withClientName(ME),
            settings(RESP3, 3, 0, ALICE, 2, LONG).withClientName(ME),
            settings(RESP3, 3, 7, ALICE, 1, LONG).withClientName(ME),
            settings(RESP2, 3, 7, ALICE, 2, LONG).withClientName(ME),
            settings(RESP3, 3, 7, NOBODY, 2, LONG).withClientName(ME),
            settings(RESP3, 3, 7, ALICE, 2, SHORT).withClientName(ME),
            ODD.withClientName(Optional.empty()));
  }

  @Test
  void hasNothingPlainerThanPlain() {
    assertThat(PlainerSettings.candidates(scenario(PLAIN))).isEmpty();
  }

  @Test
  void keepsTheSteps() {
    var scenario = new Scenario(ODD, List.of(Steps.numbered(1)));

    assertThat(PlainerSettings.candidates(scenario))
        .extracting(Scenario::steps)
        .containsOnly(scenario.steps());
  }

  @Test
  void allBecomePlainWhereNoneMatters() {
    assertThat(shrunk(settings -> true)).isEqualTo(PLAIN);
  }

  @Test
  void onlyTheOneThatMattersStays() {
    assertThat(shrunk(settings -> settings.protocol() == RESP3))
        .isEqualTo(settings(RESP3, 1, 0, NOBODY, 1, SHORT));
    assertThat(shrunk(settings -> settings.lanes() == 3))
        .isEqualTo(settings(RESP2, 3, 0, NOBODY, 1, SHORT));
    assertThat(shrunk(settings -> settings.database() == 7))
        .isEqualTo(settings(RESP2, 1, 7, NOBODY, 1, SHORT));
    assertThat(shrunk(settings -> settings.credentials().isPresent()))
        .isEqualTo(settings(RESP2, 1, 0, ALICE, 1, SHORT));
    assertThat(shrunk(settings -> settings.clientName().isPresent()))
        .isEqualTo(PLAIN.withClientName(ME));
    assertThat(shrunk(settings -> settings.poolSize() == 2))
        .isEqualTo(settings(RESP2, 1, 0, NOBODY, 2, SHORT));
    assertThat(shrunk(settings -> settings.reconnectDelay().equals(LONG)))
        .isEqualTo(settings(RESP2, 1, 0, NOBODY, 1, LONG));
  }

  private static ScenarioSettings settings(
      Protocol protocol,
      int lanes,
      int database,
      Optional<Credentials> credentials,
      int pool,
      Duration reconnectDelay) {
    return new ScenarioSettings(
        protocol, PLAIN.timeout(), lanes, database, credentials, pool, reconnectDelay);
  }

  private static Scenario scenario(ScenarioSettings settings) {
    return new Scenario(settings, List.of());
  }

  private static ScenarioSettings shrunk(Predicate<ScenarioSettings> fails) {
    var trial = new CountingTrial(candidate -> fails.test(candidate.settings()));
    Shrunk shrunk = new Shrinker(trial, () -> false).shrink(scenario(ODD));
    return shrunk.scenario().settings();
  }
}
