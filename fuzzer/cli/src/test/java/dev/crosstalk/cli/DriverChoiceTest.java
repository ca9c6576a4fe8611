package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.Kind;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DriverChoiceTest {
  private static final String ACCEPTED =
      "it takes NAME[@VERSION][/VARIANT]; VERSION is one that is released, latest, or"
          + " file:PATH.jar";

  private final DriverChoice choice =
      Declared.choice(
          List.of(
              Declared.driver("canaries", Kind.CANARY, "late", "torn"),
              Declared.driver("one", Kind.REAL, "raw", "pool"),
              Declared.driver("reference", Kind.REFERENCE, "plain"),
              Declared.driver("two", Kind.REAL, "shared")));

  @Test
  void takesEveryVariantOfEveryRealDriverByDefault() {
    assertThat(choice.real())
        .extracting(Target::name)
        .containsExactly("one/raw", "one/pool", "two/shared");
  }

  @Test
  void tellsDriversWithAPlantedDefectFromOthers() {
    assertThat(choice.withoutDefect())
        .extracting(Target::name)
        .containsExactly("one/raw", "one/pool", "two/shared", "reference/plain");
    assertThat(choice.canaries())
        .extracting(Target::name)
        .containsExactly("canaries/late", "canaries/torn");
  }

  @Test
  void takesAllVariantsOfADriverThatIsNamedAlone() {
    assertThat(choice.targets("--driver", List.of("canaries")))
        .extracting(Target::name)
        .containsExactly("canaries/late", "canaries/torn");
  }

  @Test
  void keepsTheOrderAndTakesEachTargetOnce() {
    assertThat(choice.targets("--driver", List.of("two", "one/pool", "one")))
        .extracting(Target::name)
        .containsExactly("two/shared", "one/pool", "one/raw");
  }

  @Test
  void listsTheDriversThereAre() {
    assertRefused(
        () -> choice.targets("--driver", List.of("nope")),
        "--driver: there is no driver 'nope'; there are canaries, one, reference, two");
  }

  @Test
  void listsTheVariantsThereAre() {
    assertRefused(
        () -> choice.targets("--driver", List.of("canaries/nope")),
        "--driver: driver canaries has no variant 'nope'; it has late, torn");
    assertRefused(
        () -> choice.targets("--driver", List.of("two/")),
        "--driver: driver two has no variant ''; it has shared");
  }

  @Test
  void refusesWhatIsNoName() {
    assertRefused(
        () -> choice.targets("--driver", List.of("one/raw/2")),
        "--driver: 'one/raw/2' is no driver; " + ACCEPTED);
    assertRefused(
        () -> choice.targets("--driver", List.of("")), "--driver: '' is no driver; " + ACCEPTED);
  }

  @Test
  void wantsAVariantWhereOneTargetIsAskedForAndThereAreSeveral() {
    assertThat(choice.target("x: header 'driver'", "reference").name())
        .isEqualTo("reference/plain");
    assertRefused(
        () -> choice.target("x: header 'driver'", "one"),
        "x: header 'driver': 'one' has several variants; name one of them: one/raw, one/pool");
  }

  @Test
  void saysWhenThereIsNoRealDriver() {
    assertRefused(
        () -> Declared.choice(List.of(Declared.driver("c", Kind.CANARY, "v"))).real(),
        "without --driver, every real driver is fuzzed, and there is none; there are c");
  }

  @Test
  void knowsNoOtherVersionOfADriverThatIsNotReleased() {
    assertRefused(
        () -> choice.targets("--driver", List.of("one@2.0/raw")),
        "--driver: driver one has no other versions; leave version and --with out");
  }

  @Test
  void wantsToKnowWhichDriverIsToHaveMore() {
    var more = Declared.choice(List.of(Declared.driver("one", Kind.REAL, "v")), "a:b:1");
    assertRefused(
        more::real, "--with: no driver is named; it goes with --driver NAME[@VERSION][/VARIANT]");
    assertRefused(
        () -> more.targets("--driver", List.of("one")),
        "--driver: driver one has no other versions; leave version and --with out");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(UsageException.class).hasMessage(message);
  }
}
