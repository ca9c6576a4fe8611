package dev.crosstalk.generate;

import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Draws settings in sets that are useful: plain ones often, odd ones often enough. */
final class SettingsDraw {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** On both sides of the timeout. */
  private static final List<Duration> RECONNECT_DELAYS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(90));

  private static final Credentials ALICE = new Credentials("alice", "wonderland");

  /** Redis takes any visible ASCII, so also what looks like the beginning of a reply. */
  private static final List<String> NAMES = List.of("crosstalk", "orders-1", "*3", "+OK");

  private SettingsDraw() {}

  static ScenarioSettings any(Draw draw, Vocabulary vocabulary) {
    return new ScenarioSettings(
        vocabulary.resp3() && draw.percent(50) ? Protocol.RESP3 : Protocol.RESP2,
        TIMEOUT,
        draw.percent(50) ? 1 : draw.between(2, 3),
        draw.percent(33) ? draw.between(1, 15) : 0,
        draw.percent(20) ? Optional.of(ALICE) : Optional.empty(),
        draw.percent(25) ? Optional.of(draw.pick(NAMES)) : Optional.empty(),
        !vocabulary.pooled() || draw.percent(50) ? 1 : draw.between(2, 3),
        draw.pick(RECONNECT_DELAYS),
        draw.percent(20) ? 0 : draw.between(1, ScenarioSettings.SCHEDULE_MAX));
  }
}
