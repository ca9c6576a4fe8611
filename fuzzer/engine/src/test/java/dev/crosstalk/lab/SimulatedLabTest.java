package dev.crosstalk.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.history.History;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SimulatedLabTest {
  private static final Scenario ONE_GET = get("A1");

  @TempDir private Path home;

  @Test
  void hasAsManyPlacesAsAskedFor() {
    try (Lab lab = lab(SampleDriver.PLAIN, 2)) {
      assertThat(lab.places()).hasValue(2);
      assertThat(lab.kind()).isEqualTo(WorldKind.SIMULATED);
      assertThat(lab.target().name()).isEqualTo("sample/plain");
    }
  }

  @Test
  void runsItsPlacesSideBySide() throws Exception {
    try (Lab lab = lab(SampleDriver.PLAIN, 2)) {
      List<Place> places = atOnce(lab, 2, place -> place);
      assertThat(places.getFirst()).isNotSameAs(places.getLast());
    }
  }

  @Test
  void givesEachPlaceADriverThatIsLoadedForItAlone() throws Exception {
    try (Lab lab = lab(SampleDriver.PLAIN, 2)) {
      List<Class<?>> types = atOnce(lab, 2, place -> place.driver().getClass());
      assertThat(types)
          .doesNotHaveDuplicates()
          .doesNotContain(lab.target().driver().driver().getClass())
          .allMatch(type -> type.getName().equals(SampleDriver.class.getName()));
    }
  }

  @Test
  void tellsTheSameAtEachPlace() throws Exception {
    try (Lab lab = lab(SampleDriver.PLAIN, 2)) {
      List<History> histories = atOnce(lab, 2, place -> place.replay(ONE_GET, Patience.FULL));
      assertThat(histories.getFirst()).isEqualTo(histories.getLast());
      assertThat(histories.getFirst().world()).isEqualTo("simulated");
    }
  }

  @Test
  void keepsAPlaceThatIsAsItWas() {
    try (Lab lab = lab(SampleDriver.STUCK, 1)) {
      Place first = replayed(lab, ONE_GET);
      assertThat(replayed(lab, ONE_GET)).isSameAs(first);
    }
  }

  @Test
  void replacesAPlaceThatIsSoiled() {
    try (Lab lab = lab(SampleDriver.STUCK, 1)) {
      Place first = replayed(lab, get("A2"));
      assertThat(first.isSoiled()).isTrue();
      Place second = replayed(lab, ONE_GET);
      assertThat(second).isNotSameAs(first);
      assertThat(second.driver().getClass()).isNotSameAs(first.driver().getClass());
      assertThat(second.isSoiled()).isFalse();
    }
  }

  @Test
  void aDriverThatSoilsEachCaseGetsAPlaceForEach() {
    try (Lab lab = lab(SampleDriver.LEAVING, 1)) {
      assertThat(lab.<Boolean>at(Place::isSoiled)).isFalse();
      Place first = replayed(lab, ONE_GET);
      assertThat(first.isSoiled()).isTrue();
      assertThat(replayed(lab, ONE_GET)).isNotSameAs(first);
      assertThat(lab.<Boolean>at(Place::isSoiled)).isFalse();
    }
  }

  @Test
  void replacesAPlaceThatDoesNotComeBackAndSaysWhereItWas() {
    System.setProperty(SampleDriver.SPINS, "on");
    try (Lab lab = lab(SampleDriver.SPINNING, 1)) {
      assertThatThrownBy(() -> replayed(lab, get("A2")))
          .isInstanceOf(LostPlaceException.class)
          .hasMessageContaining("dev.crosstalk.sample.Quirk.spinning");
      assertThat(replayed(lab, ONE_GET).isSoiled()).isFalse();
    } finally {
      System.clearProperty(SampleDriver.SPINS);
    }
  }

  @Test
  void replacesAPlaceWhoseTaskThrowsAndHandsOnWhatItThrew() {
    var mistake = new IllegalStateException("ours");
    try (Lab lab = lab(SampleDriver.PLAIN, 1)) {
      Place first = lab.at(place -> place);
      assertThatThrownBy(() -> lab.at(throwing(mistake))).isSameAs(mistake);
      assertThat(lab.<Place>at(place -> place)).isNotSameAs(first);
      var error = new AssertionError("ours, too");
      assertThatThrownBy(() -> lab.at(throwing(error))).isSameAs(error);
    }
  }

  @Test
  void takesTheBoundOfMostUses() {
    Target target = SampleHome.target(home, SampleDriver.PLAIN);
    try (Lab lab = new SimulatedLab(target, 1, Rewriting.JDK_MONITORS)) {
      assertThat(replayed(lab, ONE_GET).isSoiled()).isFalse();
    }
  }

  @Test
  void turnsAwayWhoeverWaitsForAPlaceWhenItCloses() throws Exception {
    Lab lab = lab(SampleDriver.PLAIN, 1);
    var taken = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first = threads.submit(() -> lab.at(place -> held(taken, closed)));
      taken.await();
      Future<Place> second = threads.submit(() -> lab.<Place>at(place -> place));
      lab.close();
      closed.countDown();

      assertThat(first.get()).isTrue();
      assertThatThrownBy(second::get).hasMessageContaining("are closed");
      assertThatThrownBy(() -> lab.at(place -> place)).hasMessageContaining("are closed");
    }
  }

  private static boolean held(CountDownLatch taken, CountDownLatch until) {
    taken.countDown();
    try {
      until.await();
      return true;
    } catch (InterruptedException interrupted) {
      return false;
    }
  }

  private Lab lab(Variant variant, int places) {
    return ShortLab.of(SampleHome.target(home, variant), places);
  }

  private static Place replayed(Lab lab, Scenario scenario) {
    return lab.at(
        place -> {
          place.replay(scenario, Patience.FULL);
          return place;
        });
  }

  /** At so many places, all of which are taken at the same time. */
  private static <T> List<T> atOnce(Lab lab, int places, Function<Place, T> task) throws Exception {
    var together = new CyclicBarrier(places);
    try (var threads = Executors.newFixedThreadPool(places)) {
      Future<T> first = threads.submit(() -> lab.at(place -> met(together, task, place)));
      Future<T> second = threads.submit(() -> lab.at(place -> met(together, task, place)));
      return List.of(first.get(), second.get());
    }
  }

  private static <T> T met(CyclicBarrier together, Function<Place, T> task, Place place) {
    try {
      together.await();
    } catch (Exception alone) {
      throw new AssertionError(alone);
    }
    return task.apply(place);
  }

  private static Function<Place, Place> throwing(Throwable mistake) {
    return place -> {
      if (mistake instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) mistake;
    };
  }

  private static Scenario get(String label) {
    return new Scenario(
        ScenarioSettings.PLAIN,
        List.of(
            new Step.Start(Label.parse(label), Command.of("GET", "k" + label), false),
            new Step.Await(Label.parse(label))));
  }
}
