package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.releases.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriverWordTest {

  @Test
  void meansTheBuiltVersionUnlessItNamesOne() {
    assertThat(DriverWord.parse("--driver", "one"))
        .isEqualTo(word(new Wanted.Declared(), Optional.empty()))
        .satisfies(word -> assertThat(word.isBuilt()).isTrue());
    assertThat(DriverWord.parse("--driver", "one/raw"))
        .isEqualTo(word(new Wanted.Declared(), Optional.of("raw")));
  }

  @Test
  void takesAVersion() {
    assertThat(DriverWord.parse("--driver", "one@7.0.0"))
        .isEqualTo(word(new Wanted.Version("7.0.0"), Optional.empty()))
        .satisfies(word -> assertThat(word.isBuilt()).isFalse());
    assertThat(DriverWord.parse("--driver", "one@7.0.0.RELEASE/raw"))
        .isEqualTo(word(new Wanted.Version("7.0.0.RELEASE"), Optional.of("raw")));
    assertThat(DriverWord.parse("--driver", "one@latest/raw"))
        .isEqualTo(word(new Wanted.Latest(), Optional.of("raw")));
  }

  @Test
  void takesAJarWhosePathMayHaveSlashesAndBlanks() {
    assertThat(DriverWord.parse("--driver", "one@file:one.jar"))
        .isEqualTo(word(new Wanted.Jar(Path.of("one.jar")), Optional.empty()));
    assertThat(DriverWord.parse("--driver", "one@file:/my @home/x.jar/one-1.jar/raw"))
        .isEqualTo(word(new Wanted.Jar(Path.of("/my @home/x.jar/one-1.jar")), Optional.of("raw")));
  }

  @Test
  void takesWhatTheDriverIsToHaveBesides() {
    assertThat(DriverWord.parse("x", "one@7/raw with a:b:1 with c:d:2").with())
        .containsExactly("a:b:1", "c:d:2");
    DriverWord more = DriverWord.parse("x", "one with a:b:1").and(List.of("e:f:3"));
    assertThat(more.with()).containsExactly("a:b:1", "e:f:3");
    assertThat(more.isBuilt()).isFalse();
  }

  @Test
  void refusesWhatIsNoDriver() {
    for (String wrong :
        List.of("", " ", "one/raw/2", "@7", "one@", "one@/raw", "one@7@8", "one@file:/x/one.zip")) {
      assertThatThrownBy(() -> DriverWord.parse("--driver", wrong))
          .as(wrong)
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "--driver: '%s' is no driver; it takes NAME[@VERSION][/VARIANT]; VERSION is one that"
                  + " is released, latest, or file:PATH.jar",
              wrong);
    }
  }

  private static DriverWord word(Wanted wanted, Optional<String> variant) {
    return new DriverWord("one", wanted, variant, List.of());
  }
}
