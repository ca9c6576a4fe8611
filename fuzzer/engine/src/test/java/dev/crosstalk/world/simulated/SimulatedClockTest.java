package dev.crosstalk.world.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
  private final Turns turns = new Turns();
  private final SimulatedClock clock = new SimulatedClock(turns);
  private final List<String> rung = new ArrayList<>();
  private final Alarm a = alarm("a");
  private final Alarm b = alarm("b");
  private final Alarm c = alarm("c");

  @Test
  void ringsTheEarliestFirst() {
    clock.set(a, 30);
    clock.set(b, 10);
    clock.set(c, 20);
    assertThat(clock.next()).hasValue(10);
    ringAll();
    assertThat(rung).containsExactly("b", "c", "a");
    assertThat(clock.next()).isEmpty();
  }

  @Test
  void alarmsOfTheSameTimeRingInTheOrderInWhichTheyWereSet() {
    clock.set(b, 10);
    clock.set(c, 10);
    clock.set(a, 10);
    clock.set(b, 10);
    ringAll();
    assertThat(rung).containsExactly("c", "a", "b");
  }

  @Test
  void alarmsOfTheSameTimeRingAsChosenAndNoOthers() {
    turns.choices(options -> options - 1);
    clock.set(a, 10);
    clock.set(b, 10);
    clock.set(c, 11);
    ringAll();
    assertThat(rung).containsExactly("b", "a", "c");
  }

  @Test
  void ringsAnAlarmThatIsSetAgainAtItsNewTimeOnly() {
    clock.set(a, 10);
    clock.set(b, 20);
    clock.set(a, 30);
    assertThat(clock.alarms()).isEqualTo(2);
    ringAll();
    assertThat(rung).containsExactly("b", "a");
  }

  @Test
  void doesNotRingWhatWasTakenBack() {
    clock.set(a, 10);
    clock.set(b, 20);
    clock.set(c, 30);
    assertThat(clock.unset(a)).isTrue();
    assertThat(clock.unset(a)).isFalse();
    assertThat(clock.unset(c)).isTrue();
    ringAll();
    assertThat(rung).containsExactly("b");
    assertThat(clock.unset(b)).isFalse();
  }

  @Test
  void anAlarmIsUnsetBeforeItRings() {
    Alarm[] again = {null};
    again[0] =
        new Alarm(
            () -> {
              rung.add("again " + again[0].isSet());
              if (rung.size() < 3) {
                clock.set(again[0], clock.nanos());
              }
            });
    clock.set(again[0], 5);
    ringAll();
    assertThat(rung).containsExactly("again false", "again false", "again false");
  }

  @Test
  void takesThePastForNow() {
    clock.moveTo(100);
    clock.set(a, 10);
    assertThat(clock.next()).hasValue(100);
  }

  @Test
  void neverGoesBack() {
    clock.moveTo(100);
    clock.moveTo(50);
    assertThat(clock.nanos()).isEqualTo(100);
  }

  @Test
  void forgetsAllAlarms() {
    clock.set(a, 10);
    clock.set(b, 20);
    clock.clear();
    assertThat(clock.next()).isEmpty();
    assertThat(clock.unset(a)).isFalse();
    clock.set(a, 30);
    ringAll();
    assertThat(rung).containsExactly("a");
  }

  private Alarm alarm(String name) {
    return new Alarm(() -> rung.add(name));
  }

  private void ringAll() {
    while (clock.next().isPresent()) {
      clock.moveTo(clock.next().getAsLong());
      clock.runOneDue();
    }
  }
}
