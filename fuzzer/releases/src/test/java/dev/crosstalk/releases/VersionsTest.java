package dev.crosstalk.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {

  @Test
  void coversWhatLiesInOneOfItsRanges() {
    String ranges = "[5.1,6),[7.0.0,9)";
    for (String inside : List.of("5.1", "5.1.0", "5.9.9", "7.0.0.RELEASE", "8.0.2")) {
      assertThat(Versions.covers(ranges, inside)).as(inside).isTrue();
    }
    for (String outside : List.of("5.0.9", "6.0", "7.0.0.RC1", "9.0", "10")) {
      assertThat(Versions.covers(ranges, outside)).as(outside).isFalse();
    }
  }

  @Test
  void leavesEarlyOnesOutOfTheNewest() {
    assertThat(Versions.newest(List.of("7.0.0", "10.0", "9.1"))).contains("10.0");
    for (String early :
        List.of("8.0.0-beta1", "8.0.0.RC2", "8.0-m1", "8.0.0.Alpha", "8.0-SNAPSHOT", "8-beta-2")) {
      assertThat(Versions.newest(List.of("7.0.0.RELEASE", early)))
          .as(early)
          .contains("7.0.0.RELEASE");
    }
    assertThat(Versions.newest(List.of("8.0-beta"))).isEmpty();
  }

  @Test
  void findsThoseOnEitherSide() {
    List<String> all = List.of("1.0", "1.1", "2.0", "10.0", "11.0");
    assertThat(Versions.near(all, "3.0", 2)).containsExactly("1.1", "2.0", "10.0", "11.0");
    assertThat(Versions.near(all, "0.1", 2)).containsExactly("1.0", "1.1");
    assertThat(Versions.near(all, "99", 2)).containsExactly("10.0", "11.0");
    assertThat(Versions.near(List.of(), "1", 2)).isEmpty();
  }
}
