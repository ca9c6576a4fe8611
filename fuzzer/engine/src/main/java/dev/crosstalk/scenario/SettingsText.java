package dev.crosstalk.scenario;

import static dev.crosstalk.scenario.ScenarioSettings.PLAIN;

import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads and writes settings as {@code protocol=2 timeout=60s lanes=1}. What is left out is as in
 * {@link ScenarioSettings#PLAIN}.
 */
final class SettingsText {
  private static final String PROTOCOL = "protocol";
  private static final String TIMEOUT = "timeout";
  private static final String LANES = "lanes";
  private static final String DATABASE = "database";
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String NAME = "name";
  private static final String POOL = "pool";
  private static final String RECONNECT = "reconnect";
  private static final String SCHEDULE = "schedule";

  private static final List<String> KEYS =
      List.of(PROTOCOL, TIMEOUT, LANES, DATABASE, USER, PASSWORD, NAME, POOL, RECONNECT, SCHEDULE);
  private static final String ACCEPTED =
      "a setting is KEY=VALUE, KEY one of " + String.join(", ", KEYS);

  private static final Duration TIMEOUT_MIN = Duration.ofMillis(1);
  private static final int DATABASE_MAX = 15;

  private final Place place;
  private final Map<String, String> values;

  private SettingsText(Place place, Map<String, String> values) {
    this.place = place;
    this.values = values;
  }

  static ScenarioSettings read(LineCursor line) {
    return new SettingsText(line.place(), values(line)).settings();
  }

  /** All settings that differ from {@link ScenarioSettings#PLAIN}, and always the first three. */
  static String write(ScenarioSettings settings) {
    Map<String, String> all = allOf(settings);
    Map<String, String> plain = allOf(PLAIN);
    return all.entrySet().stream()
        .filter(
            entry ->
                List.of(PROTOCOL, TIMEOUT, LANES).contains(entry.getKey())
                    || !entry.getValue().equals(plain.get(entry.getKey())))
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> allOf(ScenarioSettings settings) {
    var values = new LinkedHashMap<String, String>();
    values.put(PROTOCOL, String.valueOf(settings.protocol().version()));
    values.put(TIMEOUT, DurationText.of(settings.timeout()));
    values.put(LANES, String.valueOf(settings.lanes()));
    values.put(DATABASE, String.valueOf(settings.database()));
    settings
        .credentials()
        .ifPresent(
            credentials -> {
              values.put(USER, WordText.of(credentials.user()));
              values.put(PASSWORD, WordText.of(credentials.password()));
            });
    settings.clientName().ifPresent(name -> values.put(NAME, WordText.of(name)));
    values.put(POOL, String.valueOf(settings.poolSize()));
    values.put(RECONNECT, DurationText.of(settings.reconnectDelay()));
    values.put(SCHEDULE, String.valueOf(settings.schedule()));
    return values;
  }

  private static Map<String, String> values(LineCursor line) {
    var values = new LinkedHashMap<String, String>();
    while (!line.atEnd()) {
      String key = line.key(ACCEPTED);
      if (!KEYS.contains(key)) {
        throw line.place().wrong("unknown setting " + WordText.shown(key), ACCEPTED);
      }
      Token value = line.next();
      if (value.kind() == Token.Kind.COMMA) {
        throw line.place().wrong("',' among the settings", "blanks separate settings");
      }
      if (values.put(key, value.text()) != null) {
        throw line.place().wrong("setting '" + key + "' twice", "each setting stands once");
      }
    }
    return values;
  }

  private ScenarioSettings settings() {
    return new ScenarioSettings(
        protocol(),
        duration(TIMEOUT, PLAIN.timeout(), TIMEOUT_MIN),
        number(LANES, PLAIN.lanes(), 1, ScenarioSettings.LANES_MAX),
        number(DATABASE, PLAIN.database(), 0, DATABASE_MAX),
        credentials(),
        clientName(),
        number(POOL, PLAIN.poolSize(), 1, ScenarioSettings.POOL_MAX),
        duration(RECONNECT, PLAIN.reconnectDelay(), Duration.ZERO),
        number(SCHEDULE, PLAIN.schedule(), 0, ScenarioSettings.SCHEDULE_MAX));
  }

  private Protocol protocol() {
    String text = values.getOrDefault(PROTOCOL, String.valueOf(PLAIN.protocol().version()));
    List<String> versions =
        Arrays.stream(Protocol.values()).map(each -> String.valueOf(each.version())).toList();
    int index = versions.indexOf(text);
    if (index < 0) {
      throw place.wrong(
          "protocol is " + WordText.shown(text), "it is one of " + String.join(", ", versions));
    }
    return Protocol.values()[index];
  }

  private Optional<Credentials> credentials() {
    String user = values.get(USER);
    String password = values.get(PASSWORD);
    if (user == null && password == null) {
      return PLAIN.credentials();
    }
    if (user == null || password == null) {
      throw place.wrong(
          "'" + (user == null ? PASSWORD : USER) + "' alone",
          "credentials are both '" + USER + "' and '" + PASSWORD + "'");
    }
    return Optional.of(new Credentials(user, password));
  }

  private Optional<String> clientName() {
    Optional<String> name = Optional.ofNullable(values.get(NAME));
    if (!name.map(Settings::isClientName).orElse(true)) {
      throw place.wrong(
          "name is " + WordText.shown(name.get()), "it is visible ASCII, without blanks");
    }
    return name;
  }

  private int number(String key, int plain, int min, int max) {
    String text = values.get(key);
    return text == null ? plain : place.wholeNumber(text, key, min, max);
  }

  private Duration duration(String key, Duration plain, Duration min) {
    String text = values.get(key);
    return text == null ? plain : DurationText.read(place, text, key, min);
  }
}
