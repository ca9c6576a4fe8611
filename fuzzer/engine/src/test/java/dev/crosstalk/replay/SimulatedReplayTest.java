package dev.crosstalk.replay;

import static dev.crosstalk.replay.SimulatedPlay.executed;
import static dev.crosstalk.replay.SimulatedPlay.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Hang;
import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scenarios in the simulated world: nothing happens but what the scenario says. */
class SimulatedReplayTest {
  private static final int SCHEDULES = 30;

  /** Two lanes with two calls each, all at once. */
  private static final String[] CROWD = {
    "A A1 GET kA1, at once",
    "B B1 GET kB1, at once",
    "A A3 GET kA3, at once",
    "B B2 GET kB2, at once",
    "server release the reply to A1, at once",
    "server release the reply to B1",
    "A await A3",
    "B await B2"
  };

  private final SimulatedPlay plays = new SimulatedPlay();

  @AfterEach
  void closeWorld() {
    plays.close();
  }

  @Test
  void aTickFiresTheTimerThatIsDueNext() {
    String[] steps = {"A A1 GET kA1", "clock tick", "clock tick"};
    History history = play(scenario("protocol=2 lanes=1", steps));

    assertThat(outcome(history, "A1")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(history.steps().get(1).toNanos()).isEqualTo(60_000_000_000L);
    assertThat(history.steps().get(2).note()).isEqualTo("no timer is set that a step could fire");
  }

  @Test
  void aScenarioIsTheSameHistoryEachTime() {
    for (int schedule = 0; schedule < 10; schedule++) {
      Scenario scenario = crowd(schedule);
      History first = play(scenario);
      assertThat(first.disturbances()).isEmpty();
      assertThat(Oracles.judge(first)).isEmpty();
      for (int again = 0; again < 3; again++) {
        assertThat(play(scenario)).isEqualTo(first);
      }
    }
  }

  @Test
  void isTheSameHistoryInEveryWorld() {
    try (var other = new SimulatedPlay()) {
      History before = other.play(SampleDriver.PLAIN, crowd(5));
      assertThat(play(crowd(3))).isEqualTo(other.play(SampleDriver.PLAIN, crowd(3)));
      assertThat(play(crowd(5))).isEqualTo(before);
    }
  }

  @Test
  void otherSchedulesAreOtherHistories() {
    Set<History> histories = new HashSet<>();
    Set<Object> orders = new HashSet<>();
    for (int schedule = 1; schedule <= SCHEDULES; schedule++) {
      History history = play(crowd(schedule));
      histories.add(history);
      orders.add(executed(history));
    }
    assertThat(histories).hasSizeGreaterThan(SCHEDULES / 2);
    assertThat(orders).hasSizeGreaterThan(2);
  }

  @Test
  void thePlainScheduleTakesTheOldestFirst() {
    assertThat(executed(play(crowd(0)))).containsExactly("A1", "B1", "A3", "B2");
  }

  @Test
  void choicesThatAreWrittenGoBeforeThosesDerived() {
    String settings = "protocol=2 lanes=2";
    String[] plain = {"A A1 GET kA1, at once", "B B1 GET kB1"};
    assertThat(executed(play(scenario(settings, plain)))).containsExactly("A1", "B1");
    History written =
        play(scenario(settings, plain[0], "schedule choose 1 1 1 1 1 1 1 1 1 1 1 1 1 1", plain[1]));
    assertThat(executed(written)).containsExactly("B1", "A1");
    assertThat(written.steps().get(1).fate()).isEqualTo(Fate.DONE);
  }

  @Test
  void choicesThatAreWrittenDoWhatDerivedOnesDid() {
    Set<Object> orders = new HashSet<>();
    for (int schedule = 1; schedule <= SCHEDULES; schedule++) {
      String[] race = {"A A1 GET kA1, at once", "B B1 GET kB1, at once", "C C1 GET kC1"};
      Scenario derived = scenario("protocol=2 lanes=3 schedule=" + schedule, race);
      var steps = new ArrayList<Step>();
      for (Step step : derived.steps()) {
        steps.add(new Step.Choose(drawn(schedule, step)));
        steps.add(step);
      }
      Scenario written = new Scenario(derived.settings().withSchedule(0), steps);
      orders.add(executed(play(derived)));
      assertThat(executed(play(written))).isEqualTo(executed(play(derived)));
    }
    assertThat(orders).hasSizeGreaterThan(2);
  }

  /** As a schedule would choose, whether there are 2 options or up to 10. */
  private static List<Integer> drawn(int schedule, Step step) {
    var choices = new StepChoices(schedule);
    choices.begin(step);
    return Stream.generate(() -> choices.choose(2520)).limit(60).toList();
  }

  @Test
  void deletingAStepLeavesTheChoicesOfTheOthers() {
    for (int schedule = 1; schedule <= 10; schedule++) {
      String settings = "protocol=2 lanes=2 schedule=" + schedule;
      String[] race = {"A A1 GET kA1, at once", "B B1 GET kB1", "A await A1", "B await B1"};
      History alone = play(scenario(settings, race));
      History after =
          play(
              scenario(
                  settings,
                  "C C1 GET kC1",
                  "C await C1",
                  "schedule choose 0 1 2",
                  "A interrupt",
                  "server close the connection of C",
                  race[0],
                  race[1],
                  race[2],
                  race[3]));
      assertThat(executed(after).subList(1, 3)).isEqualTo(executed(alone));
    }
  }

  @Test
  void aStepsTimeoutEndsAHeldCallAtExactlyItsTimeout() {
    History history =
        play(
            scenario(
                "protocol=2 timeout=100ms",
                "A A1 GET kA1",
                "A await A1",
                "server hold the reply to A3",
                "A A3 GET kA3",
                "clock expire"));
    CallHistory held = history.call("A3").orElseThrow();
    assertThat(outcome(history, "A3")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(held.completions().getFirst().atNanos() - held.invokedNanos())
        .isEqualTo(100_000_000);
    assertThat(held.completions().getFirst().step()).isEqualTo(4);
    assertThat(history.disturbances()).isEmpty();
    assertThat(Oracles.judge(history)).isEmpty();
    assertThat(history.terms().latenessNanos()).isZero();
    assertThat(history.terms().allowanceNanos()).isZero();
  }

  @Test
  void noTimePassesThatNoStepAsksFor() {
    History history = play(crowd(4));
    assertThat(history.endedNanos()).isZero();
    assertThat(history.steps()).extracting(StepHistory::fate).containsOnly(Fate.DONE);
  }

  @Test
  void aCallThatNeverEndsHangsAndItsStackSaysWhere() {
    History history =
        plays.play(SampleDriver.STUCK, scenario("protocol=2", "A A2 GET kA2", "A await A2"));
    assertThat(history.hangs()).extracting(Hang::call).containsExactly("A2");
    assertThat(history.hangs().getFirst().stack())
        .anyMatch(frame -> frame.contains("dev.crosstalk.sample.Quirk.stuck"));
    assertThat(Oracles.judge(history))
        .filteredOn(violation -> violation.invariant().equals("in-time"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.call()).contains("A2");
              assertThat(violation.observed())
                  .startsWith("hangs: ")
                  .contains("dev.crosstalk.sample.Quirk.stuck");
            });
    assertThat(plays.world.isSoiled()).isTrue();
  }

  @Test
  void aCallThatEndsDoesNotHang() {
    History history = plays.play(SampleDriver.STUCK, scenario("protocol=2", "A A1 GET kA1"));
    assertThat(history.hangs()).isEmpty();
    assertThat(plays.world.isSoiled()).isFalse();
  }

  @Test
  void aCallThatWaitsInABlockThatIsNeverEndedIsNotBlamed() {
    History history =
        play(SampleDriver.STUCK_GATHERING, scenario("protocol=2", "A A1 GET kA1", "A A2 GET kA2"));
    assertThat(history.hangs()).extracting(Hang::call).containsExactly("A1", "A2");
    assertThat(Oracles.judge(history))
        .extracting(Violation::call)
        .doesNotContain(Optional.of("A1"));
  }

  @Test
  void aBlockThatIsEndedByHealingHasNoHangs() {
    for (int schedule = 0; schedule < 4; schedule++) {
      History history =
          play(
              SampleDriver.GATHERING,
              scenario("protocol=2 schedule=" + schedule, "A A1 GET kA1", "A A3 GET kA3"));
      assertThat(outcome(history, "A3")).isInstanceOf(Outcome.Ok.class);
      assertThat(history.hangs()).isEmpty();
      assertThat(Oracles.judge(history)).isEmpty();
    }
  }

  @Test
  void aLaneThatIsWokenFromOutsideIsADisturbance() {
    History history = plays.play(SampleDriver.PLAIN, new Woken(), crowd(0));
    assertThat(history.disturbances())
        .containsExactly("1 times a thread was woken from outside of the world");
  }

  private History play(Scenario scenario) {
    return play(SampleDriver.PLAIN, scenario);
  }

  private History play(Variant variant, Scenario scenario) {
    return plays.play(variant, scenario);
  }

  private static Scenario crowd(int schedule) {
    return scenario("protocol=2 lanes=2 schedule=" + schedule, CROWD);
  }

  private static Scenario scenario(String settings, String... lines) {
    return Play.scenario(settings, lines);
  }

  /** Its first call waits for one of another lane, which sends a thread that is of no world. */
  private static final class Woken implements Driver {
    private final Driver sample = new SampleDriver();
    private Optional<Thread> waiting = Optional.empty();
    private boolean woken;

    @Override
    public Declaration declaration() {
      return sample.declaration();
    }

    @Override
    public Outcome outcomeOf(Throwable failure) {
      return sample.outcomeOf(failure);
    }

    @Override
    public Client open(Surroundings surroundings) throws Exception {
      Client client = sample.open(surroundings);
      return new Client() {
        @Override
        public Session session(SessionKind kind) throws Exception {
          return meeting(client.session(kind));
        }

        @Override
        public void close() throws Exception {
          client.close();
        }
      };
    }

    private Session meeting(Session session) {
      return new Session() {
        @Override
        public InFlight start(Command command, Completion completion) throws Exception {
          meet();
          return session.start(command, completion);
        }

        @Override
        public boolean usable() {
          return session.usable();
        }

        @Override
        public void close() throws Exception {
          session.close();
        }
      };
    }

    private void meet() throws InterruptedException {
      if (waiting.isEmpty()) {
        waiting = Optional.of(Thread.currentThread());
        while (!woken) {
          LockSupport.park();
        }
      } else if (!woken) {
        woken = true;
        Thread outside = Thread.ofPlatform().start(() -> LockSupport.unpark(waiting.get()));
        while (outside.isAlive()) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
