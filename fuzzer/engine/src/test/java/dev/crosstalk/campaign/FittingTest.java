package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.Fitting.Fit;
import dev.crosstalk.lab.Target;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FittingTest {

  @Test
  void leavesAVariantAsItIsWhereEverythingWorks(@TempDir Path home) {
    Target plain = SampleHome.target(home, SampleDriver.PLAIN);
    assertThat(Fitting.of(plain)).isEqualTo(new Fit.Fits(plain));
  }

  @Test
  void leavesOutWhatTheVersionCannotDo() {
    Target correct = GetDriver.correct();
    // It asks GET for whatever it is asked.
    Target promising =
        new Target(
            correct.driver(),
            correct.variant().fitting(Set.of("GET", "STRLEN"), Set.of(WorldKind.REAL)));
    assertThat(Fitting.of(promising)).isEqualTo(new Fit.Fits(correct));
  }

  @Test
  void saysWhyNothingWorks() {
    Target broken =
        GetDriver.planted(key -> Optional.of(new Outcome.Garbled("NoClassDefFoundError: Get")));
    assertThat(Fitting.of(broken)).isEqualTo(new Fit.Lacks("NoClassDefFoundError: Get"));
  }
}
