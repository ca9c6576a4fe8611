package dev.crosstalk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.drivers.DriverFolders;
import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.drivers.Release;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
  @TempDir Path home;
  private Target built;

  @BeforeEach
  void build() {
    built = SampleHome.target(home, SampleDriver.PLAIN);
  }

  @Test
  void isNamedByItsDriverAndVariant() {
    assertThat(built.name()).isEqualTo("sample/plain");
    assertThat(built.asked()).isEqualTo("sample/plain");
  }

  @Test
  void isNamedByTheVersionToWhereAnotherOneTakesItsPlace() {
    Target other = other(List.of());
    assertThat(other.name()).isEqualTo("sample@2.0/plain");
    assertThat(other.subject().title()).isEqualTo("sample 1.0");
  }

  @Test
  void asksForWhatItWasToHaveBesides() {
    assertThat(other(List.of("a:b:1", "c:d:2")).asked())
        .isEqualTo("sample@2.0/plain with a:b:1 with c:d:2");
  }

  @Test
  void isTheSameWhereAnotherProcessLoadsIt() {
    Target other = other(List.of("a:b:1"));
    var narrow =
        new Target(other.driver(), other.variant().fitting(Set.of(), Set.of(WorldKind.REAL)));
    Target loaded = Target.load(narrow.reference());
    assertThat(loaded.variant()).isEqualTo(narrow.variant());
    assertThat(loaded.driver().release()).isEqualTo(narrow.driver().release());
    assertThat(loaded.driver().driver()).isNotSameAs(narrow.driver().driver());
    assertThat(loaded.asked()).isEqualTo(narrow.asked());
  }

  private Target other(List<String> with) {
    var release = new Release("2.0", with, List.of());
    LoadedDriver driver =
        DriverFolders.load(built.driver().folder(), Optional.of(release)).orElseThrow();
    return new Target(driver, built.variant());
  }
}
