package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldChoiceTest {
  private final FolderDriver folder = new FolderDriver();
  private final Target real = target(0);
  private final Target everywhere = target(1);

  @Test
  void isTheBestThatADriverHasByDefault() {
    assertThat(kind(Optional.empty(), real)).isEqualTo(WorldKind.REAL);
    assertThat(kind(Optional.empty(), everywhere)).isEqualTo(WorldKind.SIMULATED);
  }

  @Test
  void isTheFirstOfSeveralThatADriverHas() {
    assertThat(kind(Optional.of("fired"), everywhere)).isEqualTo(WorldKind.FIRED);
    assertThat(kind(Optional.of("simulated, real"), real)).isEqualTo(WorldKind.REAL);
    assertThat(kind(Optional.of("simulated, real"), everywhere)).isEqualTo(WorldKind.SIMULATED);
  }

  @Test
  void refusesWhatIsNoWorld() {
    for (String wrong : List.of("mars", "Real", "")) {
      assertThatThrownBy(() -> kind(Optional.of(wrong), real))
          .isInstanceOf(UsageException.class)
          .hasMessage("--world: '" + wrong + "' is no world; it is one of simulated, fired, real");
    }
    assertThatThrownBy(() -> kind(Optional.of("real,"), real))
        .hasMessageStartingWith("--world: '' is no world");
  }

  @Test
  void refusesAWorldThatADriverHasNot() {
    assertThatThrownBy(() -> kind(Optional.of("simulated,fired"), real))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--world: folder/real has no simulated, fired world; it has real;"
                + " several may be named, as in --world simulated,real");
  }

  private Target target(int variant) {
    var declaration = folder.declaration();
    var loaded = new LoadedDriver(folder, declaration, Path.of("folder"));
    return new Target(loaded, declaration.variants().get(variant));
  }

  private static WorldKind kind(Optional<String> words, Target target) {
    try (var worlds = WorldChoice.of(words, List.of(target))) {
      return worlds.kindFor(target);
    }
  }
}
