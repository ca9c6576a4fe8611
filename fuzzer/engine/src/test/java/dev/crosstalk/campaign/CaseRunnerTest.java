package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.CaseRunner.Judged;
import dev.crosstalk.lab.Target;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseRunnerTest {
  /** More than a quarter of the timeout of a scenario, which is 100 ms in the real world. */
  private static final Duration TOO_LATE = Duration.ofMillis(26);

  private static final Duration LATE_ENOUGH = Duration.ofMillis(25);
  private static final Scenario ONE_CALL = ScenarioCases.calling("A1");

  private final ScriptedWorld world = new ScriptedWorld();

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void runsACaseOnceWhenTimeDidNothingOfItsOwn() {
    Judged judged = run(GetDriver.correct(), ONE_CALL);

    assertThat(judged.violations()).isEmpty();
    assertThat(judged.discarded()).isZero();
    assertThat(judged.conclusive()).isTrue();
    assertThat(world.cases()).isEqualTo(1);
  }

  @Test
  void judgesWhatItRan() {
    Judged judged = run(GetDriver.planted(GetDriver.crossing("A1")), ONE_CALL);

    assertThat(judged.violations()).extracting(Violation::invariant).containsExactly("matched");
    assertThat(judged.shows(new Symptom("matched", ""))).isTrue();
    assertThat(judged.shows(new Symptom("typed", ""))).isFalse();
    assertThat(judged.history().call("A1")).isPresent();
  }

  @Test
  void runsACaseAgainInWhichATimeoutCameUnasked() {
    Judged judged = run(timesOut(1), ONE_CALL);

    assertThat(judged.discarded()).isEqualTo(1);
    assertThat(judged.history().disturbances()).isEmpty();
    assertThat(judged.conclusive()).isTrue();
    assertThat(world.cases()).isEqualTo(2);
  }

  @Test
  void blamesTheDriverForWhatComesUnaskedEachTime() {
    Judged judged = run(timesOut(Integer.MAX_VALUE), ONE_CALL);

    assertThat(judged.discarded()).isEqualTo(2);
    assertThat(judged.history().disturbances()).isNotEmpty();
    assertThat(judged.conclusive()).isTrue();
    assertThat(world.cases()).isEqualTo(3);
  }

  @Test
  void concludesNothingWhenTheMachineWasLateEachTime() {
    world.late(TOO_LATE);

    Judged judged = run(timesOut(Integer.MAX_VALUE), ONE_CALL);

    assertThat(judged.discarded()).isEqualTo(2);
    assertThat(judged.conclusive()).isFalse();
    assertThat(judged.violations()).isEmpty();
  }

  @Test
  void concludesFromACaseThatALateMachineDidNotDisturb() {
    world.late(TOO_LATE);

    Judged judged = run(GetDriver.correct(), ONE_CALL);

    assertThat(judged.conclusive()).isTrue();
    assertThat(judged.discarded()).isZero();
  }

  @Test
  void saysNothingOfWhatHangsOnTimeWhenTheMachineWasLate() {
    Target broken = GetDriver.planted(CaseRunnerTest::losingProbes);
    assertThat(run(broken, ONE_CALL).shows(new Symptom("recovers", ""))).isTrue();

    Judged judged = new CaseRunner(world.late(TOO_LATE).place(broken)).run(ONE_CALL);

    assertThat(judged.violations()).isEmpty();
    assertThat(judged.conclusive()).isFalse();
    assertThat(judged.discarded()).isEqualTo(2);
  }

  @Test
  void tellsAnAnswerThatIsNotTheCallsOwnHoweverLateTheMachineWas() {
    world.late(TOO_LATE);

    Judged judged = run(GetDriver.planted(GetDriver.crossing("A1")), ONE_CALL);

    assertThat(judged.shows(new Symptom("matched", ""))).isTrue();
    assertThat(judged.conclusive()).isTrue();
  }

  @Test
  void holdsAMachineForLateFromMoreThanAQuarterOfATimeoutOn() {
    assertThat(CaseRunner.isLate(run(GetDriver.correct(), ONE_CALL).history())).isFalse();

    world.late(LATE_ENOUGH);
    assertThat(CaseRunner.isLate(run(GetDriver.correct(), ONE_CALL).history())).isFalse();

    world.late(TOO_LATE);
    assertThat(CaseRunner.isLate(run(GetDriver.correct(), ONE_CALL).history())).isTrue();
  }

  @Test
  void tellsACrossedReplyEvenOfARunThatWasDisturbed() {
    Target target =
        GetDriver.planted(
            key ->
                key.contains("A1")
                    ? Optional.of(new Outcome.TimedOut("at once"))
                    : GetDriver.crossing("A2").apply(key));

    Judged judged = run(target, ScenarioCases.calling("A1", "A2"));

    assertThat(judged.shows(new Symptom("matched", ""))).isTrue();
    assertThat(judged.discarded()).isZero();
  }

  @Test
  void takesButOneLookWhereOthersAreToConfirm() {
    Judged judged =
        new CaseRunner(world.place(timesOut(Integer.MAX_VALUE))).runOnce(ONE_CALL, Patience.FULL);

    assertThat(judged.discarded()).isZero();
    assertThat(world.cases()).isEqualTo(1);
  }

  /** A driver whose call A1 times out at once so many times, which no step asks for. */
  private static Target timesOut(int times) {
    var left = new AtomicInteger(times);
    return GetDriver.planted(
        key ->
            key.equals("kA1") && left.getAndDecrement() > 0
                ? Optional.of(new Outcome.TimedOut("at once"))
                : Optional.empty());
  }

  private static Optional<Outcome> losingProbes(String key) {
    return key.startsWith("probe-")
        ? Optional.of(new Outcome.ConnectionLost("for ever"))
        : Optional.empty();
  }

  private Judged run(Target target, Scenario scenario) {
    return new CaseRunner(world.place(target)).run(scenario);
  }
}
