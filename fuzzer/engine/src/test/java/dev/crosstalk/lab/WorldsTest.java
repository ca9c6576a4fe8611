package dev.crosstalk.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.World;
import dev.crosstalk.world.tcp.RealWorld;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldsTest {
  @TempDir private Path home;
  private Target everywhere;
  private Target realOnly;

  @BeforeEach
  void load() {
    everywhere = SampleHome.target(home, SampleDriver.PLAIN);
    realOnly = new Target(everywhere.driver(), SampleDriver.REAL);
  }

  @Test
  void takesTheBestThatAVariantHasWhenNoneIsAskedFor() {
    assertThat(kind(everywhere)).isEqualTo(WorldKind.SIMULATED);
    assertThat(kind(realOnly)).isEqualTo(WorldKind.REAL);
  }

  @Test
  void takesTheFirstAskedForThatAVariantHas() {
    assertThat(kind(everywhere, WorldKind.FIRED)).isEqualTo(WorldKind.FIRED);
    assertThat(kind(everywhere, WorldKind.REAL, WorldKind.SIMULATED)).isEqualTo(WorldKind.REAL);
    assertThat(kind(realOnly, WorldKind.SIMULATED, WorldKind.REAL)).isEqualTo(WorldKind.REAL);
  }

  @Test
  void saysWhatAVariantLacksAndHas() {
    assertThatThrownBy(() -> kind(realOnly, WorldKind.FIRED))
        .isInstanceOf(WorldUnavailableException.class)
        .hasMessage("sample/real has no fired world; it has real");
    assertThatThrownBy(() -> kind(realOnly, WorldKind.SIMULATED, WorldKind.FIRED))
        .hasMessage("sample/real has no simulated, fired world; it has real");
  }

  @Test
  void oneWorldIsTheWorldOfAllWhateverTheySay() {
    try (World real = new RealWorld();
        Worlds worlds = Worlds.only(real);
        Lab lab = worlds.lab(everywhere)) {
      assertThat(worlds.kindFor(everywhere)).isEqualTo(WorldKind.REAL);
      assertThat(worlds.kindFor(realOnly)).isEqualTo(WorldKind.REAL);
      assertThat(lab.<World>at(Place::world)).isSameAs(real);
    }
  }

  @Test
  void opensALabInTheWorldItSays() {
    try (var worlds = new Worlds(List.of(), 2);
        Lab simulated = worlds.lab(everywhere);
        Lab real = worlds.lab(realOnly)) {
      assertThat(simulated).isInstanceOf(SimulatedLab.class);
      assertThat(simulated.places()).hasValue(2);
      assertThat(real).isInstanceOf(SharedLab.class);
      assertThat(real.kind()).isEqualTo(WorldKind.REAL);
    }
  }

  @Test
  void onlyWhatIsSimulatedIsConfirmedAndOverTcp() {
    try (var worlds = new Worlds(List.of(), 1);
        Lab simulated = worlds.lab(everywhere);
        Lab real = worlds.lab(realOnly);
        Lab nearer = worlds.confirming(simulated)) {
      assertThat(worlds.canConfirm(simulated)).isTrue();
      assertThat(worlds.canConfirm(real)).isFalse();
      assertThat(worlds.canConfirm(nearer)).isFalse();
      assertThat(nearer.kind()).isEqualTo(WorldKind.FIRED);
      assertThat(nearer.target()).isEqualTo(everywhere);
    }
  }

  @Test
  void labsOverTcpShareTheirWorld() {
    try (var worlds = new Worlds(List.of(WorldKind.REAL), 1);
        Lab one = worlds.lab(everywhere);
        Lab two = worlds.lab(realOnly)) {
      assertThat(one.<World>at(Place::world)).isSameAs(two.<World>at(Place::world));
    }
  }

  private static WorldKind kind(Target target, WorldKind... wanted) {
    try (var worlds = new Worlds(List.of(wanted), 1)) {
      return worlds.kindFor(target);
    }
  }
}
