package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One command at a time, undisturbed: what anything that has the command must be able to do. */
public final class SingleCommands {
  /** What has no place in a transaction. */
  private static final Set<String> BEFORE_BLOCKS = Set.of(Vocabulary.WATCH, Vocabulary.UNWATCH);

  private SingleCommands() {}

  /**
   * Each way there is to ask for a command: under each protocol, by itself, and in a block as far
   * as the variant has them.
   *
   * @param name of a command of the variant; one that ends a subscription has one to end
   */
  public static List<Scenario> of(Variant variant, String name) {
    var scenarios = new ArrayList<Scenario>();
    for (Protocol protocol : Protocol.values()) {
      if (protocol == Protocol.RESP2 || variant.can(Capability.RESP3)) {
        for (List<Command> calls : calls(variant, name)) {
          scenarios.add(new Scenario(settings(protocol), steps(calls)));
        }
      }
    }
    return scenarios;
  }

  /**
   * Each script by itself: by what it tells, a driver is asked in another way.
   *
   * @param name {@link Script#EVAL} or {@link Script#EVALSHA}
   */
  public static List<Scenario> scripts(Variant variant, String name) {
    var scenarios = new ArrayList<Scenario>();
    for (Script script : Script.values()) {
      if (!script.tellsErrors()) {
        Command command = ScriptDraw.of(script, name, "k" + label(1), label(1));
        List<Command> calls =
            variant.session() == SessionKind.PIPELINE
                ? List.of(command, Command.of(Block.EXECUTE))
                : List.of(command);
        scenarios.add(new Scenario(settings(Protocol.RESP2), steps(calls)));
      }
    }
    return scenarios;
  }

  private static ScenarioSettings settings(Protocol protocol) {
    ScenarioSettings plain = ScenarioSettings.PLAIN;
    return new ScenarioSettings(
        protocol,
        plain.timeout(),
        plain.lanes(),
        plain.database(),
        plain.credentials(),
        plain.poolSize(),
        plain.reconnectDelay());
  }

  private static List<List<Command>> calls(Variant variant, String name) {
    Command command = command(name, label(1));
    if (Subscribing.isBy(command)) {
      return List.of(subscription(name));
    }
    return switch (variant.session()) {
      case DIRECT, POOLED -> List.of(List.of(command));
      case PIPELINE -> List.of(List.of(command, Command.of(Block.EXECUTE)));
      case TRANSACTION ->
          BEFORE_BLOCKS.contains(name)
              ? List.of(List.of(command))
              : List.of(
                  List.of(command),
                  List.of(
                      Command.of(Block.MULTI), command(name, label(2)), Command.of(Block.EXEC)));
    };
  }

  /** Begun and ended: a subscription that goes on keeps its lane. */
  private static List<Command> subscription(String name) {
    boolean patterns = name.startsWith("P");
    return List.of(
        Command.of(patterns ? Subscribing.PSUBSCRIBE : Subscribing.SUBSCRIBE, "c1"),
        Command.of(patterns ? Subscribing.PUNSUBSCRIBE : Subscribing.UNSUBSCRIBE));
  }

  private static List<Step> steps(List<Command> commands) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < commands.size(); i++) {
      steps.add(new Step.Start(label(i + 1), commands.get(i), false));
    }
    for (int i = commands.size(); i > 0; i--) {
      steps.add(new Step.Await(label(i)));
    }
    return steps;
  }

  private static Label label(int number) {
    return new Label(Lane.at(0), number);
  }

  private static Command command(String name, Label label) {
    return switch (name) {
      case Script.EVAL, Script.EVALSHA -> ScriptDraw.of(Script.BULK, name, "k" + label, label);
      case Vocabulary.SELECT -> Command.of(name, "1");
      case Vocabulary.TRACKING -> Command.of(name, "ON");
      case Vocabulary.UNWATCH -> Command.of(name);
      // Of a range the draw says which; any will do.
      default -> CommandDraw.of(new Draw(0), name, "k" + label, label);
    };
  }
}
