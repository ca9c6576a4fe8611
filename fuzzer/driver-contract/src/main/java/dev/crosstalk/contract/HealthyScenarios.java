package dev.crosstalk.contract;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.Sharing;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every command of a variant, one after the other and undisturbed, by itself and in blocks as far
 * as it has them, under all sorts of settings.
 */
final class HealthyScenarios {

  /** What has no place in a transaction. */
  private static final Set<String> BEFORE_BLOCKS = Set.of("WATCH", "UNWATCH");

  private static final Set<String> SCRIPTS = Set.of(Script.EVAL, Script.EVALSHA);

  private HealthyScenarios() {}

  /**
   * @param unread the scripts that are left out besides those that tell errors
   */
  static List<Scenario> of(Variant variant, Set<Script> unread) {
    var scenarios = new ArrayList<Scenario>();
    for (Protocol protocol : Protocol.values()) {
      if (protocol == Protocol.RESP3 && !variant.can(Capability.RESP3)) {
        continue;
      }
      scenarios.add(scenario(variant, unread, settings(protocol, 1, 0, Optional.empty())));
      scenarios.add(
          scenario(
              variant,
              unread,
              settings(protocol, 3, 7, Optional.of(new Credentials("alice", "secret")))
                  .withClientName(Optional.of("healthy"))));
    }
    return scenarios;
  }

  private static ScenarioSettings settings(
      Protocol protocol, int lanes, int database, Optional<Credentials> credentials) {
    ScenarioSettings plain = ScenarioSettings.PLAIN;
    return new ScenarioSettings(
        protocol, plain.timeout(), lanes, database, credentials, lanes, plain.reconnectDelay());
  }

  private static Scenario scenario(Variant variant, Set<Script> unread, ScenarioSettings settings) {
    var steps = new ArrayList<Step>();
    for (int lane = 0; lane < settings.lanes(); lane++) {
      var calls = new BlockSteps(variant, Lane.at(lane), true);
      all(variant, unread, settings, calls, variant.commands());
      calls.run();
      if (variant.can(Capability.SUBSCRIBES)) {
        subscriptions(calls, settings.lanes() * lane);
      }
      if (!Block.words(variant.session()).isEmpty()) {
        calls.begin();
        var inside = new TreeSet<>(variant.commands());
        inside.removeAll(BEFORE_BLOCKS);
        all(variant, unread, settings, calls, inside);
        calls.end();
      }
      steps.addAll(calls.steps());
    }
    return new Scenario(settings, steps);
  }

  private static void all(
      Variant variant,
      Set<Script> unread,
      ScenarioSettings settings,
      BlockSteps calls,
      Set<String> commands) {
    for (String name : new TreeSet<>(commands)) {
      boolean changes = name.equals("SELECT") && variant.sharing() != Sharing.LANE;
      if (!changes && !name.endsWith("SUBSCRIBE")) {
        if (SCRIPTS.contains(name)) {
          scripts(calls, name, unread);
        } else {
          calls.call(command(name, "k" + calls.next(), settings));
        }
      }
    }
  }

  private static void scripts(BlockSteps calls, String name, Set<Script> unread) {
    // By its digest a script is read as by its text: one will do.
    List<Script> scripts =
        name.equals(Script.EVAL) ? List.of(Script.values()) : List.of(Script.NESTED_ARRAY);
    for (Script script : scripts) {
      if (script.tellsErrors() || unread.contains(script)) {
        continue;
      }
      String key = "k" + calls.next();
      var words = new ArrayList<String>();
      words.add(name.equals(Script.EVAL) ? script.text() : script.digest());
      words.addAll(List.of("1", key));
      words.addAll(told(script, key));
      calls.call(new Command(name, words));
    }
  }

  private static List<String> told(Script script, String key) {
    return switch (script) {
      case INTEGER -> List.of("42");
      case DOUBLE -> List.of("1.5");
      case BIG_NUMBER -> List.of("123456789012345678901");
      default -> List.of(key, key + "'", key + "''");
    };
  }

  /** A lane subscribes, is told, asks whether somebody is there, and leaves. */
  private static void subscriptions(BlockSteps calls, int messages) {
    String channel = "c" + calls.next();
    calls
        .call(Command.of(Subscribing.SUBSCRIBE, channel, channel + "'"))
        .then(publish(messages + 1, channel))
        .call(Command.of("PING"))
        .call(Command.of(Subscribing.PSUBSCRIBE, channel + "*"))
        .then(publish(messages + 2, channel))
        .call(Command.of(Subscribing.UNSUBSCRIBE, channel))
        .then(publish(messages + 3, channel))
        .call(Command.of(Subscribing.UNSUBSCRIBE))
        .call(Command.of(Subscribing.PUNSUBSCRIBE))
        .get();
  }

  private static Step publish(int number, String channel) {
    return new Step.Publish(new Label(new Lane('M'), number), channel, "\r\n+OK\r\n", false);
  }

  private static Command command(String name, String key, ScenarioSettings settings) {
    return switch (name) {
      case "SET" -> Command.of(name, key, "v");
      case "MGET" -> Command.of(name, key, key + "'");
      case "LRANGE" -> Command.of(name, key, "0", "-1");
      case "BLPOP", "BRPOP" -> Command.of(name, key, "1");
      case "HGET" -> Command.of(name, key, "f1");
      case "ZSCORE" -> Command.of(name, key, "m");
      case "ZRANGE" -> Command.of(name, key, "0", "-1", "WITHSCORES");
      case "PING", "UNWATCH" -> Command.of(name);
      case "SELECT" -> Command.of(name, String.valueOf(settings.database()));
      case "CLIENT TRACKING" -> Command.of(name, "ON");
      case "DEBUG PROTOCOL" -> Command.of(name, "ATTRIB");
      default -> Command.of(name, key);
    };
  }
}
