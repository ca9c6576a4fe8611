package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.History;
import dev.crosstalk.oracle.HistoryBuilder;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Outcome TIMED_OUT = new Outcome.TimedOut("late");

  @Test
  void worldsAgreeWhereCallsEndedInTheSameKindsOfOutcome() {
    assertThat(
            Agreement.differences(
                story().starts("A1", "GET", "k").ends("A1", ok("one")).history(),
                story().starts("A1", "GET", "k").pass(9).ends("A1", ok("other")).history()))
        .isEmpty();
  }

  @Test
  void tellsACallThatEndedDifferently() {
    assertThat(
            Agreement.differences(
                in("simulated", story().starts("A1", "GET", "k").ends("A1", ok("v")).history()),
                story().starts("A1", "GET", "k").ends("A1", TIMED_OUT).history()))
        .containsExactly("A1: Ok (simulated), TimedOut (real)");
  }

  @Test
  void tellsACallThatIsOpenOrWasNotMade() {
    assertThat(
            Agreement.differences(
                story().starts("A1", "GET", "k").starts("B1", "GET", "k").history(),
                story().starts("A1", "GET", "k").ends("A1", ok("v")).history()))
        .containsExactly("A1: open (real), Ok (real)", "B1: open (real), not made (real)");
  }

  @Test
  void tellsACallThatEndedTwice() {
    assertThat(
            Agreement.differences(
                story().starts("A1", "GET", "k").ends("A1", ok("v")).history(),
                story().starts("A1", "GET", "k").ends("A1", ok("v")).ends("A1", ok("v")).history()))
        .containsExactly("A1: Ok (real), Ok+Ok (real)");
  }

  @Test
  void doesNotCompareProbes() {
    assertThat(
            Agreement.differences(
                story().starts("A:probe-1", "GET", "k").history(),
                story().starts("A:probe-1", "GET", "k").ends("A:probe-1", ok("v")).history()))
        .isEmpty();
  }

  private static HistoryBuilder story() {
    return HistoryBuilder.of(Variant.named("plain"));
  }

  private static Outcome ok(String text) {
    return new Outcome.Ok(new Value.Text(text));
  }

  private static History in(String world, History history) {
    return new History(
        world,
        history.subject(),
        history.terms(),
        history.calls(),
        history.connections(),
        history.executions(),
        history.steps(),
        history.strays(),
        history.disturbances(),
        history.hangs(),
        history.messages(),
        history.deliveries(),
        history.leftOpen(),
        history.threadsLeft(),
        history.endedNanos());
  }
}
