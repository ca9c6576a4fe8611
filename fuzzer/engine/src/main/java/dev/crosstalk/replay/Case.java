package dev.crosstalk.replay;

import dev.crosstalk.history.CallDeadline;
import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Delivery;
import dev.crosstalk.history.History;
import dev.crosstalk.history.Subject;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.server.Accounts;
import dev.crosstalk.server.Executed;
import dev.crosstalk.server.IdentitySource;
import dev.crosstalk.server.Published;
import dev.crosstalk.server.Server;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Settings;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.Wire;
import dev.crosstalk.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One replay's parts, put together: stage, server, calls, connections. What is shared between the
 * replay, the lanes and the transport is touched only inside the stage's exclusive tasks.
 */
final class Case implements AutoCloseable {
  /** A timeout, and as much again for what delays it. */
  private static final int BRIEF_PERIODS = 2;

  private final Subject subject;
  private final Driver driver;
  private final Scenario scenario;
  private final World world;
  private final Patience patience;
  private final Calls calls;
  private final List<CasePeer> peers = new ArrayList<>();
  private final Server server;
  private final Stage stage;
  private final Settings settings;
  private final StepChoices choices;
  private final List<String> disturbances = new ArrayList<>();
  private final List<Published> messages = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private volatile int step;
  private volatile Optional<Throwable> defect = Optional.empty();

  /** Until when time passing was a step's doing; see {@link #timeIsAsked}. */
  private volatile long askedUntilNanos = -1;

  Case(Subject subject, Driver driver, Scenario scenario, World world, Patience patience) {
    this.subject = subject;
    this.driver = driver;
    this.scenario = scenario;
    this.world = world;
    this.patience = patience;
    ScenarioSettings nominal = scenario.settings();
    this.settings = settings(subject, nominal, world);
    this.calls =
        new Calls(
            subject.variant().atConnect(),
            subject.variant().forItself(),
            nominal.database(),
            subject.variant().can(Capability.CACHES));
    this.server = new Server(new IdentitySource(), new Accounts(nominal.credentials()), calls);
    server.loadScripts();
    this.server.split(nominal.schedule());
    this.choices = new StepChoices(nominal.schedule());
    this.stage = world.open(this::accept, choices);
    server.address(stage.address().getAddress().getHostAddress() + ":" + stage.address().getPort());
  }

  private static Settings settings(Subject subject, ScenarioSettings nominal, World world) {
    boolean resp3 =
        subject.variant().can(Capability.CACHES)
            || nominal.protocol() == Protocol.RESP3 && subject.variant().can(Capability.RESP3);
    return new Settings(
        resp3 ? Protocol.RESP3 : Protocol.RESP2,
        world.scaled(nominal.timeout(), nominal.timeout()),
        nominal.database(),
        nominal.credentials(),
        nominal.clientName().filter(unused -> subject.variant().can(Capability.NAMES)),
        nominal.poolSize(),
        world.scaled(nominal.reconnectDelay(), nominal.timeout()));
  }

  private Peer accept(Wire wire) {
    CasePeer peer =
        stage.exclusively(
            () -> {
              var accepted = new CasePeer(this, server.accept(), wire);
              peers.add(accepted);
              return accepted;
            });
    stage.changed();
    if (peer.connection().reception().refused()) {
      peer.end(Ending.RESET);
    } else if (peer.isUnread()) {
      peer.wire().stopReading();
    }
    return peer;
  }

  Subject subject() {
    return subject;
  }

  Driver driver() {
    return driver;
  }

  Scenario scenario() {
    return scenario;
  }

  World world() {
    return world;
  }

  Stage stage() {
    return stage;
  }

  Server server() {
    return server;
  }

  Calls calls() {
    return calls;
  }

  List<CasePeer> peers() {
    return peers;
  }

  Surroundings surroundings() {
    return new Surroundings(
        stage.address(),
        subject.variant().name(),
        settings,
        stage.clock(),
        stage.simulation(),
        stage.observer());
  }

  /** What chooses where the world is free. */
  StepChoices choices() {
    return choices;
  }

  /** What the driver was told to name its connections. */
  Optional<String> clientName() {
    return settings.clientName();
  }

  long timeoutNanos() {
    return settings.timeout().toNanos();
  }

  /** From when on a call that has begun and does not end is waited for no more. */
  long givenUpNanos(History history, CallHistory call) {
    return switch (patience) {
      case FULL -> CallDeadline.overdueNanos(history, call);
      case BRIEF -> call.invokedNanos() + BRIEF_PERIODS * timeoutNanos();
    };
  }

  /** Index of the step under way; the number of steps while healing. */
  int step() {
    return step;
  }

  void step(int index) {
    step = index;
  }

  /** The connection of that id. */
  Optional<CasePeer> peer(int id) {
    return id >= 1 && id <= peers.size() ? Optional.of(peers.get(id - 1)) : Optional.empty();
  }

  /** What was pushed; inside exclusive tasks only. */
  List<Published> messages() {
    return messages;
  }

  /** What listeners were told; inside exclusive tasks only. */
  List<Delivery> deliveries() {
    return deliveries;
  }

  /** The case has settled: what has left whole, on connections still open, was read. */
  void markRead() {
    stage.exclusively(
        () -> {
          for (Published message : messages) {
            if (message.sentNanos() != Executed.NEVER
                && !peers.get(message.connection() - 1).isEnded()) {
              message.stampRead(step);
            }
          }
        });
  }

  /** Sends on its way what the gates have let out. */
  void flush() {
    for (CasePeer peer : stage.exclusively(() -> List.copyOf(peers))) {
      peer.wire().flush();
    }
  }

  /** From now on, a timeout is what the step under way asked for. */
  void timeIsAsked() {
    askedUntilNanos = Long.MAX_VALUE;
  }

  /** From now on, a timeout of a call that begins later is nobody's wish. */
  void timeIsAskedNoMore() {
    if (askedUntilNanos == Long.MAX_VALUE) {
      askedUntilNanos = stage.nanos();
    }
  }

  /** Whether since that moment a step asked for time to pass. */
  boolean timeWasAskedSince(long nanos) {
    return !stage.clockRuns() || askedUntilNanos >= nanos;
  }

  void disturbed(String what) {
    disturbances.add(what);
  }

  List<String> disturbances() {
    return disturbances;
  }

  /** Runs our own code on a thread that is not ours, and keeps what it throws for the replay. */
  void guarded(Runnable ours) {
    try {
      ours.run();
    } catch (RuntimeException | Error mistake) {
      defect(mistake);
    }
  }

  /** Keeps a mistake of ours for the replay; the first one counts. */
  void defect(Throwable mistake) {
    if (defect.isEmpty()) {
      defect = Optional.of(mistake);
    }
  }

  /** Rethrows what {@link #guarded} kept. */
  void requireNoDefect() {
    if (defect.isPresent()) {
      throw new FuzzerDefect("while replaying: " + defect.get(), defect.get());
    }
  }

  @Override
  public void close() {
    stage.close();
  }
}
