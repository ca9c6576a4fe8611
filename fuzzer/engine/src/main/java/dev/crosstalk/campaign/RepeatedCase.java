package dev.crosstalk.campaign;

import dev.crosstalk.generate.Scenarios;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.world.NeverQuietException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One case again and again, with all that a campaign does for each: a scenario is generated, though
 * never used, the given one is replayed and judged. Only what is found is not looked into.
 */
public final class RepeatedCase {
  private static final long SEED = 42;

  private final Lab lab;
  private final Scenario scenario;
  private final Vocabulary vocabulary;
  private final CaseNumbers numbers;
  private final Tally tally;
  private Optional<CaseDefect> defect = Optional.empty();

  /** Keeps the compiler from leaving generation out. */
  private volatile int stepsGenerated;

  /**
   * A case to be repeated, from now on.
   *
   * @param longest when to end without being {@link #stop told to}
   */
  public RepeatedCase(Lab lab, Scenario scenario, Duration longest) {
    this.lab = lab;
    this.scenario = scenario;
    this.vocabulary = Vocabulary.of(lab.target().variant());
    this.numbers = new CaseNumbers(new Budget.Time(longest));
    this.tally = new Tally(lab.target().name());
  }

  /**
   * Runs it until told to stop; once.
   *
   * @param tick told several times a second how far it is, on the thread that called
   * @return how far it came
   */
  public Progress run(Consumer<Progress> tick) throws InterruptedException {
    tally.begun(lab.kind());
    new CaseLoop(
            lab,
            numbers,
            InFlightLimit.in(lab.kind()),
            new InvestigationShare(Duration.ZERO),
            this::runCase,
            (number, gone) -> tally.lost())
        .run(() -> tick.accept(tally.progress()));
    tally.finished();
    return tally.progress();
  }

  /** Lets {@link #run} come back when the cases under way are done; from any thread. */
  public void stop() {
    numbers.stop();
  }

  /** The first case in which something of ours went wrong. */
  public synchronized Optional<CaseDefect> defect() {
    return defect;
  }

  private boolean runCase(CaseRunner runner, long number) {
    try {
      stepsGenerated = Scenarios.at(SEED, number, vocabulary).steps().size();
      CaseRunner.Judged judged = runner.run(scenario);
      tally.judged(judged);
      return CaseRunner.isLate(judged.history())
          || (judged.discarded() > 0 && judged.history().disturbances().isEmpty());
    } catch (NeverQuietException spinning) {
      tally.lost();
    } catch (RuntimeException | Error ours) {
      keep(new CaseDefect(lab.target().name(), SEED + "/" + number, ours));
    }
    return false;
  }

  private synchronized void keep(CaseDefect ours) {
    defect = Optional.of(defect.orElse(ours));
    stop();
  }
}
