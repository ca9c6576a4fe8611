package dev.crosstalk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.corpus.Corpus;
import dev.crosstalk.history.CallHistory;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Script;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds of every driver, a canary included: it is right on a healthy server, and shows on the
 * saved scenarios what they say. A driver module inherits it by {@link DriverContract}.
 */
public abstract class CorpusContract {
  private static final int RUNS = 3;

  @TestFactory
  Stream<DynamicTest> answersEveryCommandOnAHealthyServer() {
    return UnderTest.forEachLab(
        lab ->
            HealthyScenarios.of(
                    lab.target().variant(), unreadByItself(lab.target().variant().name()))
                .forEach(s -> requireAnswers(lab, s)));
  }

  /**
   * The scripts whose replies a variant cannot read though nothing else goes on: each a defect that
   * a saved scenario shows.
   */
  protected Set<Script> unreadByItself(String variant) {
    return Set.of();
  }

  private static void requireAnswers(Lab lab, Scenario scenario) {
    Rehearsal.Run run = UnderTest.replay(lab, scenario, 1).get(0);
    assertThat(run.violations()).as("violations under %s", scenario.settings()).isEmpty();
    for (CallHistory call : run.history().calls()) {
      assertThat(call.completions()).as("completions of %s", call).hasSize(1);
      assertThat(call.completions().get(0).outcome())
          .as("%s under %s", call.command(), scenario.settings())
          .isInstanceOf(Outcome.Ok.class);
    }
    assertThat(run.history().executions())
        .filteredOn(execution -> execution.label().isPresent())
        .as("executions of calls")
        .isNotEmpty()
        .allSatisfy(
            execution -> {
              assertThat(execution.database()).isEqualTo(scenario.settings().database());
              assertThat(execution.user())
                  .isEqualTo(
                      scenario.settings().credentials().map(c -> c.user()).orElse("default"));
              if (lab.target().variant().can(Capability.NAMES)) {
                assertThat(execution.clientName()).isEqualTo(scenario.settings().clientName());
              }
            });
  }

  /** Scenarios saved for this driver; the reference takes all there are, and shows nothing. */
  @TestFactory
  Stream<DynamicTest> showsOnSavedScenariosWhatTheySay() {
    boolean flawless = UnderTest.DRIVER.declaration().kind() == Kind.REFERENCE;
    Corpus corpus = UnderTest.corpus();
    return UnderTest.labs().stream()
        .flatMap(
            lab ->
                (flawless
                        ? corpus.entries()
                        : corpus.of(
                            lab.target().driver().declaration().name(),
                            lab.target().variant().name()))
                    .stream()
                        .filter(entry -> flawless || saysOf(lab, entry))
                        .map(
                            entry ->
                                DynamicTest.dynamicTest(
                                    UnderTest.nameOf(lab) + " " + entry.file().getFileName(),
                                    () -> requireExpectation(lab, entry, flawless))));
  }

  /** Of a race, something is expected in one world alone. */
  private static boolean saysOf(Lab lab, Corpus.Entry entry) {
    return !(entry.scenario().expect().orElseThrow() instanceof Expectation.Violated expectation)
        || expectation.saysOf(lab.kind());
  }

  private static void requireExpectation(Lab lab, Corpus.Entry entry, boolean flawless) {
    var scenario = entry.scenario().scenario();
    List<Rehearsal.Run> runs =
        UnderTest.replay(lab, scenario, RUNS).stream()
            .filter(run -> run.violated() || !run.disturbed())
            .toList();
    assertThat(runs).as("runs that could be judged").isNotEmpty();
    for (Rehearsal.Run run : runs) {
      List<String> violated = run.violations().stream().map(Violation::invariant).toList();
      var expected = flawless ? new Expectation.Holds() : entry.scenario().expect().orElseThrow();
      switch (expected) {
        case Expectation.Holds holds -> assertThat(run.violations()).isEmpty();
        case Expectation.Violated expectation ->
            assertThat(violated).contains(expectation.invariant());
      }
    }
  }
}
