package dev.crosstalk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.History;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.tcp.FiredWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SharedLabTest {
  private static final Scenario NOTHING = new Scenario(ScenarioSettings.PLAIN, List.of());

  @TempDir private Path home;

  @Test
  void isOnePlaceForManyCasesAtATime() throws Exception {
    Target target = SampleHome.target(home, SampleDriver.PLAIN);
    try (var world = new FiredWorld();
        Lab lab = new SharedLab(target, world)) {
      assertThat(lab.places()).isEmpty();
      assertThat(lab.kind()).isEqualTo(WorldKind.FIRED);
      var together = new CyclicBarrier(2);
      Thread other = Thread.ofPlatform().start(() -> lab.at(place -> met(together)));
      assertThat(lab.<Boolean>at(place -> met(together))).isTrue();
      other.join();
    }
  }

  @Test
  void usesTheTargetsOwnDriverAndLeavesTheWorldOpen() {
    Target target = SampleHome.target(home, SampleDriver.PLAIN);
    try (var world = new FiredWorld()) {
      Lab first = new SharedLab(target, world);
      assertThat(first.<Driver>at(Place::driver)).isSameAs(target.driver().driver());
      first.close();
      try (Lab second = new SharedLab(target, world)) {
        History history = second.at(place -> place.replay(NOTHING, Patience.FULL));
        assertThat(history.world()).isEqualTo("fired");
      }
    }
  }

  private static boolean met(CyclicBarrier together) {
    try {
      together.await();
      return true;
    } catch (Exception alone) {
      throw new AssertionError(alone);
    }
  }
}
