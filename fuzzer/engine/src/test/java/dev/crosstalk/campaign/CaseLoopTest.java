package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.LostPlaceException;
import dev.crosstalk.lab.ShortLab;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The third of six cases makes the call at which sample drivers go wrong, the others do not. */
@Timeout(120)
class CaseLoopTest {
  private static final int CASES = 6;
  private static final long WRONG = 2;
  private static final Scenario RIGHT_CALL = ScenarioCases.calling("A1");
  private static final Scenario WRONG_CALL = ScenarioCases.calling("A2");

  private final ConcurrentLinkedQueue<Long> ran = new ConcurrentLinkedQueue<>();

  /** Each simulated place is a thread. */
  private final ConcurrentHashMap<Long, Thread> places = new ConcurrentHashMap<>();

  private final TreeMap<Long, LostPlaceException> lost = new TreeMap<>();
  @TempDir private Path home;

  @Test
  void runsEachCaseOnce() throws Exception {
    run(SampleDriver.PLAIN, 2);
    assertThat(ran).containsExactlyInAnyOrderElementsOf(allCases());
    assertThat(lost).isEmpty();
  }

  @Test
  void goesOnElsewhereWhenAPlaceIsSoiled() throws Exception {
    run(SampleDriver.STUCK, 1);
    assertThat(ran).containsExactlyElementsOf(allCases());
    assertThat(places.get(WRONG + 1)).isNotSameAs(places.get(WRONG));
    assertThat(lost).isEmpty();
  }

  @Test
  void tellsOfTheCaseThatDidNotComeBackAndGoesOn() throws Exception {
    System.setProperty(SampleDriver.SPINS, "on");
    try {
      run(SampleDriver.SPINNING, 1);
    } finally {
      System.clearProperty(SampleDriver.SPINS);
    }
    assertThat(lost).containsOnlyKeys(WRONG);
    assertThat(lost.get(WRONG)).hasMessageContaining("Quirk.spinning");
    assertThat(ran).contains(0L, 1L, 3L, 4L, 5L);
  }

  @Test
  void runsSideBySideWhereOnePlaceBearsMany() throws Exception {
    try (var world = new ScriptedWorld()) {
      run(world.lab(GetDriver.correct()));
    }
    assertThat(ran).containsExactlyInAnyOrderElementsOf(allCases());
  }

  /** The second case is a suspect: who confirms it gets a place before the third begins. */
  @Test
  void nothingNewBeginsBeforeASuspectIsConfirmed() throws Exception {
    var share = new InvestigationShare(Duration.ofHours(1));
    var confirming = new ConcurrentLinkedQueue<Long>();
    try (Lab lab = ShortLab.of(SampleHome.target(home, SampleDriver.PLAIN), 1)) {
      new CaseLoop(
              lab,
              new CaseNumbers(new Budget.Cases(CASES)),
              InFlightLimit.in(WorldKind.REAL),
              share,
              (runner, number) -> {
                ran.add(number);
                if (number == WRONG - 1) {
                  share.begin();
                  Thread.ofPlatform()
                      .daemon()
                      .start(
                          () -> {
                            confirming.add(lab.at(place -> (long) ran.size()));
                            share.confirmed();
                          });
                }
                return false;
              },
              lost::put)
          .run(() -> {});
    }
    assertThat(confirming).containsExactly(WRONG);
    assertThat(ran).containsExactlyElementsOf(allCases());
  }

  private static List<Long> allCases() {
    return LongStream.range(0, CASES).boxed().toList();
  }

  private void run(Variant variant, int places) throws InterruptedException {
    try (Lab lab = ShortLab.of(SampleHome.target(home, variant), places)) {
      run(lab);
    }
  }

  private void run(Lab lab) throws InterruptedException {
    new CaseLoop(
            lab,
            new CaseNumbers(new Budget.Cases(CASES)),
            InFlightLimit.in(WorldKind.REAL),
            new InvestigationShare(Duration.ZERO),
            this::runOne,
            lost::put)
        .run(() -> {});
  }

  private boolean runOne(CaseRunner runner, long number) {
    places.put(number, Thread.currentThread());
    var judged = runner.run(number == WRONG ? WRONG_CALL : RIGHT_CALL);
    ran.add(number);
    return !judged.conclusive();
  }
}
