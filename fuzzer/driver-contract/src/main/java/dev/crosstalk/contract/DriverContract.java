package dev.crosstalk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.bench.BenchCases;
import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.UserCode;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.WorldKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a driver module's one test class inherits: a public, empty subclass of this is all it takes.
 * The driver is loaded from {@code target/driver}, every variant is tested.
 */
public abstract class DriverContract extends CorpusContract {
  private static final Label A1 = Label.parse("A1");

  /** MULTI, two commands and EXEC; in a pipeline one less. */
  private static final int BLOCK_CALLS = 4;

  private static final int TRIES_MAX = 5;

  /** What all tries found. */
  private static final Handfuls HANDFULS = new Handfuls();

  @TestFactory
  Stream<DynamicTest> endsACallWithoutAnAnswerByItsTimeout() {
    return UnderTest.forEachLab(
        lab -> {
          CallHistory call = firstCall(lab, asking(lab).then(new Step.Expire()));
          assertThat(call.completions()).hasSize(1);
          assertThat(call.completions().get(0).outcome()).isInstanceOf(Outcome.TimedOut.class);
        });
  }

  @TestFactory
  Stream<DynamicTest> getsOverALostConnection() {
    return UnderTest.forEachLab(
        lab -> {
          for (Ending ending : Ending.values()) {
            var tear = new Step.Tear(A1, new Cut.BeforeEnd(1), Optional.of(ending), false);
            requireSilence(lab, asking(lab).then(tear).get().run());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> getsOverAHandshakeThatIsNotAnswered() {
    return UnderTest.forEachLab(
        lab ->
            requireSilence(
                lab,
                blocks(lab, false)
                    .then(new Step.Stall())
                    .get()
                    .run()
                    .then(new Step.Expire())
                    .get()
                    .run()));
  }

  @TestFactory
  Stream<DynamicTest> endsWithABlockEveryCallInIt() {
    return UnderTest.forEachLab(
        lab -> {
          var close = new Step.End(A1.lane(), Ending.CLOSE, false);
          for (int victim = 1; hasBlocks(lab) && victim <= BLOCK_CALLS; victim++) {
            var hold = new Step.Hold(new Label(A1.lane(), victim));
            requireAllEnded(requireSilence(lab, block(lab).then(hold).awaitLast()));
            requireAllEnded(requireSilence(lab, block(lab).then(hold).then(close)));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> givesUpWhatIsDiscarded() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().takes(Block.DISCARD)) {
            var discarded = blocks(lab, true).begin().get().call(Command.of(Block.DISCARD)).get();
            List<CallHistory> calls = requireSilence(lab, discarded).history().calls();
            assertThat(calls.get(1).completions().get(0).outcome())
                .isInstanceOfAny(Outcome.Cancelled.class, Outcome.Queued.class);
            assertThat(calls.get(2).endedOk()).isTrue();
            assertThat(calls.get(3).endedOk()).isTrue();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> givesUpATransactionWhoseKeyWasChanged() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().takes("WATCH")) {
            var changed =
                blocks(lab, true)
                    .call(Command.of("WATCH", "watched"))
                    .call(Command.of("SET", "watched", "v"))
                    .begin()
                    .get()
                    .end()
                    .get();
            List<CallHistory> calls = requireSilence(lab, changed).history().calls();
            assertThat(outcome(calls, 3)).isInstanceOf(Outcome.Cancelled.class);
            assertThat(outcome(calls, 4)).isEqualTo(new Outcome.Ok(new Value.Nil()));
            assertThat(outcome(calls, 5)).isInstanceOf(Outcome.Ok.class);
          }
        });
  }

  /** Behind it there is no block to wait in: what such a call comes to may be wrong, not late. */
  @TestFactory
  Stream<DynamicTest> endsInTimeACallBehindAMultiThatTimedOut() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().takes(Block.MULTI)) {
            BlockSteps steps = blocks(lab, false).begin().then(new Step.Expire());
            Label behind = steps.next();
            var late =
                steps
                    .get()
                    .then(new Step.Release(behind, false))
                    .then(new Step.Expire())
                    .then(new Step.Expire());
            assertThat(settled(lab, late).violations())
                .extracting(Violation::invariant)
                .doesNotContain("in-time");
          }
        });
  }

  private static Outcome outcome(List<CallHistory> calls, int index) {
    return calls.get(index).completions().get(0).outcome();
  }

  private static void requireAllEnded(Rehearsal.Run run) {
    assertThat(run.history().calls())
        .allSatisfy(call -> assertThat(call.completions()).as("%s", call).hasSize(1));
  }

  private static boolean hasBlocks(Lab lab) {
    return !Block.words(lab.target().variant().session()).isEmpty();
  }

  /** One that comes for a channel and for a pattern twice, one that is torn once. */
  @TestFactory
  Stream<DynamicTest> tellsEachMessageOncePerSubscription() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().can(Capability.SUBSCRIBES)) {
            Label first = Label.parse("M1");
            Label torn = Label.parse("M2");
            BlockSteps steps =
                blocks(lab, true)
                    .call(Command.of(Subscribing.SUBSCRIBE, "c1", "c2"))
                    .call(Command.of(Subscribing.PSUBSCRIBE, "c1*"))
                    .then(new Step.Publish(first, "c1", "\r\n:1\r\n", false))
                    .then(new Step.Hold(torn))
                    .then(new Step.Publish(torn, "c2", "", false))
                    .then(new Step.Tear(torn, new Cut.After(7), Optional.empty(), false))
                    .then(new Step.Release(torn, false));
            assertThat(requireSilence(lab, steps).history().deliveries())
                .extracting(told -> told.pattern().orElse("") + " " + told.message())
                .containsExactlyInAnyOrder(" M1\r\n:1\r\n", "c1* M1\r\n:1\r\n", " M2");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> cancelsWhatItDeclaresItCanCancel() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().can(Capability.CANCEL)) {
            CallHistory call = firstCall(lab, asking(lab).then(new Step.Cancel(A1, false)));
            assertThat(call.completions().get(0).outcome()).isInstanceOf(Outcome.Cancelled.class);
          }
        });
  }

  /** Asked three times in the same words, with an invalidation before the third. */
  @TestFactory
  Stream<DynamicTest> keepsRepliesUntilTheServerInvalidatesThem() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().can(Capability.CACHES)) {
            requireForgotten(lab, Optional.of("c1"));
            if (heedsTheInvalidationOfAllKeys()) {
              requireForgotten(lab, Optional.empty());
            }
          }
        });
  }

  private static void requireForgotten(Lab lab, Optional<String> invalidated) {
    var asked = Command.of("GET", "c1");
    BlockSteps steps =
        blocks(lab, true)
            .call(asked)
            .call(asked)
            .then(new Step.Push(Lane.at(0), invalidated, false))
            .call(asked);
    History history = requireSilence(lab, steps).history();
    assertThat(history.executions().stream().filter(it -> it.words().contains("c1")))
        .extracting(it -> it.label().orElse(""))
        .containsExactly("A1", "A3");
    List<Object> answers =
        history.calls().stream()
            .filter(call -> !call.probe())
            .<Object>map(call -> call.completions().getFirst().outcome())
            .toList();
    assertThat(answers).hasSize(3).allMatch(Outcome.Ok.class::isInstance);
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
    assertThat(answers.get(2)).isNotEqualTo(answers.get(0));
  }

  /** Whether a cache forgets at that, too: a reply kept for too long is no finding otherwise. */
  protected boolean heedsTheInvalidationOfAllKeys() {
    return true;
  }

  @TestFactory
  Stream<DynamicTest> letsItsFuturesBeCompletedByACaller() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().can(Capability.FUTURES)) {
            for (CallersWord word : CallersWord.values()) {
              CallHistory call =
                  firstCall(lab, asking(lab).then(new Step.Complete(A1, word, false)));
              assertThat(call.completions().get(0).outcome()).isInstanceOf(Outcome.Cancelled.class);
              assertThat(call.completedByCaller()).isTrue();
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> reportsAFailingEncoderAsTheUsers() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().can(Capability.USER_ENCODER)) {
            var failing = Command.of("GET", "k1" + UserCode.ENCODE_FAILS);
            CallHistory call = firstCall(lab, blocks(lab, false).call(failing));
            assertThat(call.completions().get(0).outcome())
                .isInstanceOf(Outcome.UserCodeFailed.class);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> reportsAFailingDecoderAsTheUsers() {
    return UnderTest.forEachLab(
        lab -> {
          if (lab.target().variant().can(Capability.USER_DECODER)) {
            for (String mark : List.of(UserCode.DECODE_FAILS, UserCode.DECODE_FAILS_UNREAD)) {
              var failing = Command.of("GET", "k1" + mark);
              CallHistory call = firstCall(lab, blocks(lab, false).call(failing).get().run());
              assertThat(call.completions().get(0).outcome())
                  .isInstanceOf(Outcome.UserCodeFailed.class);
            }
          }
        });
  }

  /** A rate is worth something only where all that is timed happens as it should. */
  @TestFactory
  Stream<DynamicTest> staysRightInTheCasesThatAreTimed() {
    return UnderTest.forEachLab(
        lab -> {
          SessionKind session = lab.target().variant().session();
          for (int lanes : List.of(1, 3)) {
            requireSilence(lab, BenchCases.ofLanes(lanes, session), BenchCases.timeouts(session));
          }
          requireSilence(lab, BenchCases.ofLength(100, session), 0);
        });
  }

  private static void requireSilence(Lab lab, Scenario scenario, int timeouts) {
    Rehearsal.Run run = UnderTest.replay(lab, scenario, 1).get(0);
    assertThat(run.violations()).isEmpty();
    if (lab.kind() == WorldKind.SIMULATED) {
      // Elsewhere a late machine may have it otherwise.
      assertThat(run.history().calls().stream().flatMap(call -> call.completions().stream()))
          .extracting(Completion::outcome)
          .filteredOn(Outcome.TimedOut.class::isInstance)
          .hasSize(timeouts);
    }
  }

  /** Sixteen scenarios a try, side by side, for each variant; ours shrinks, not jqwik. */
  @Property(
      tries = 20,
      seed = "20260801",
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void everyReplyMatchesItsRequest(@ForAll("handfuls") List<List<Long>> handful) {
    UnderTest.labs().stream()
        .filter(lab -> !campaignsOnly().contains(lab.target().variant().name()))
        .forEach(lab -> HANDFULS.run(lab, handful));
  }

  /**
   * Variants with defects in so many guises that no scenarios saved for them could tell what is
   * known from what is new. Campaigns search them; every other test of the contract stands.
   */
  protected Set<String> campaignsOnly() {
    return Set.of();
  }

  @AfterProperty
  void everythingElseIsNews() {
    assertThat(HANDFULS.news()).as("what no saved scenario of this driver shows").isEmpty();
  }

  @Provide
  Arbitrary<List<List<Long>>> handfuls() {
    return Arbitraries.longs().list().ofMinSize(2).ofMaxSize(5).list().ofSize(Handfuls.SIZE);
  }

  private static BlockSteps blocks(Lab lab, boolean awaited) {
    return new BlockSteps(lab.target().variant(), A1.lane(), awaited);
  }

  /** A1 is asked, and sent. */
  private static BlockSteps asking(Lab lab) {
    return blocks(lab, false).get().run();
  }

  private static BlockSteps block(Lab lab) {
    return blocks(lab, false).begin().get().get().end();
  }

  private static CallHistory firstCall(Lab lab, BlockSteps steps) {
    return requireSilence(lab, steps).history().calls().get(0);
  }

  /** Over TCP, a machine that is slow may let a step pass before its bytes have arrived. */
  private static boolean isSettled(Rehearsal.Run run) {
    return !run.disturbed()
        && run.history().steps().stream().noneMatch(step -> step.fate() == Fate.UNSETTLED);
  }

  private static Rehearsal.Run requireSilence(Lab lab, BlockSteps steps) {
    Rehearsal.Run run = settled(lab, steps);
    assertThat(run.violations()).isEmpty();
    return run;
  }

  private static Rehearsal.Run settled(Lab lab, BlockSteps steps) {
    var scenario = new Scenario(ScenarioSettings.PLAIN, steps.steps());
    Rehearsal.Run run = UnderTest.replay(lab, scenario, 1).get(0);
    for (int more = 1; more < TRIES_MAX && !isSettled(run); more++) {
      run = UnderTest.replay(lab, scenario, 1).get(0);
    }
    return run;
  }
}
