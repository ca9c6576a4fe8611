package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.spi.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidates with one setting as {@link ScenarioSettings#PLAIN} has it. */
final class PlainerSettings {

  private PlainerSettings() {}

  static List<Scenario> candidates(Scenario scenario) {
    ScenarioSettings now = scenario.settings();
    ScenarioSettings plain = ScenarioSettings.PLAIN;
    var settings = new ArrayList<ScenarioSettings>();
    settings.add(plain);
    settings.add(now.withLanes(1));
    settings.add(copy(now, now.protocol(), 0, now.poolSize()));
    settings.add(copy(now, now.protocol(), now.database(), 1));
    settings.add(copy(now, Protocol.RESP2, now.database(), now.poolSize()));
    settings.add(
        new ScenarioSettings(
            now.protocol(),
            now.timeout(),
            now.lanes(),
            now.database(),
            Optional.empty(),
            now.clientName(),
            now.poolSize(),
            now.reconnectDelay(),
            now.schedule()));
    settings.add(
        new ScenarioSettings(
            now.protocol(),
            now.timeout(),
            now.lanes(),
            now.database(),
            now.credentials(),
            now.clientName(),
            now.poolSize(),
            plain.reconnectDelay(),
            now.schedule()));
    settings.add(now.withClientName(Optional.empty()));
    settings.add(now.withSchedule(0));
    return settings.stream()
        .filter(other -> !other.equals(now))
        .map(other -> new Scenario(other, scenario.steps()))
        .toList();
  }

  private static ScenarioSettings copy(
      ScenarioSettings now, Protocol protocol, int database, int poolSize) {
    return new ScenarioSettings(
        protocol,
        now.timeout(),
        now.lanes(),
        database,
        now.credentials(),
        now.clientName(),
        poolSize,
        now.reconnectDelay(),
        now.schedule());
  }
}
