package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.Landmark;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.UserCode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that can be said is said within some thousands of cases. */
class CoverageTest {
  private static final int CASES = 3_000;
  private static final List<Scenario> SCENARIOS = Cases.of(1, 0, CASES, Vocabularies.RICH);

  /** Choices are drawn as a seed; by hand they are written one by one. */
  private static final Class<?> WRITTEN_BY_HAND = Step.Choose.class;

  @Test
  void everyKindOfStepTurnsUp() {
    assertThat(steps().<Class<?>>map(Step::getClass).collect(Collectors.toSet()))
        .containsAll(leaves(Step.class).filter(kind -> kind != WRITTEN_BY_HAND).toList());
  }

  @Test
  void everyKindOfStepTurnsUpAtOnceWhereItCan() {
    Set<Class<?>> marked =
        leaves(Step.class).filter(CoverageTest::hasMark).collect(Collectors.toSet());

    assertThat(
            steps().filter(Step::atOnce).<Class<?>>map(Step::getClass).collect(Collectors.toSet()))
        .isEqualTo(marked);
  }

  @Test
  void everyLandmarkTurnsUpSeveralPlacesDeep() {
    Set<Cut> places = tears().map(Step.Tear::cut).collect(Collectors.toSet());

    for (Landmark landmark : Landmark.values()) {
      assertThat(places).contains(new Cut.At(landmark, 1), new Cut.At(landmark, 4));
    }
  }

  @Test
  void everyKindOfCutTurnsUpWithEveryEndingAndWithNone() {
    assertThat(tears().map(tear -> List.of(tear.cut().getClass(), tear.then())).distinct())
        .hasSize(3 * (Ending.values().length + 1));
  }

  @Test
  void everyFragmentIsDrawn() {
    assertThat(
            LongStream.range(0, 1_000)
                .<Class<?>>mapToObj(
                    seed ->
                        Fragments.draw(new Draw(seed), Fragments.fitting(Vocabularies.RICH))
                            .getClass())
                .distinct())
        .contains(
            ExchangeFragment.class,
            FailingEncoderFragment.class,
            NullArgumentFragment.class,
            PushFragment.class,
            StalledHandshakeFragment.class,
            RestartFragment.class,
            ClosingFragment.class,
            LooseStepsFragment.class);
  }

  @Test
  void everyCommandIsStartedPlainlyAndWithBytesThatLookLikeResp() {
    assertThat(starts().map(start -> start.command().name()).distinct())
        .containsExactlyInAnyOrderElementsOf(Vocabularies.RICH.commands());
    assertThat(starts().filter(start -> start.command().toString().contains("\r\n"))).isNotEmpty();
    assertThat(starts().filter(start -> start.command().toString().contains(UserCode.DECODE_FAILS)))
        .isNotEmpty();
    assertThat(starts().filter(start -> start.command().toString().contains(UserCode.ENCODE_FAILS)))
        .isNotEmpty();
    assertThat(starts().filter(start -> UserCode.givesNull(start.command()))).isNotEmpty();
    assertThat(starts().filter(start -> start.command().toString().contains("!decode-fails-at-3!")))
        .isNotEmpty();
  }

  @Test
  void everySettingTakesBothPlainAndOddValues() {
    ScenarioSettings plain = ScenarioSettings.PLAIN;

    assertShare(ScenarioSettings::protocol, plain.protocol(), 0.4, 0.6);
    assertShare(ScenarioSettings::lanes, plain.lanes(), 0.4, 0.6);
    assertShare(ScenarioSettings::database, plain.database(), 0.6, 0.75);
    assertShare(ScenarioSettings::credentials, plain.credentials(), 0.7, 0.9);
    assertShare(ScenarioSettings::clientName, plain.clientName(), 0.7, 0.8);
    assertShare(ScenarioSettings::poolSize, plain.poolSize(), 0.4, 0.6);
    assertShare(ScenarioSettings::reconnectDelay, plain.reconnectDelay(), 0.5, 0.7);
  }

  @Test
  void drawsTimeoutsOnBothSidesOfTheReconnectDelay() {
    assertThat(SCENARIOS.stream().map(Scenario::settings))
        .anyMatch(settings -> settings.reconnectDelay().compareTo(settings.timeout()) > 0)
        .anyMatch(settings -> settings.reconnectDelay().compareTo(settings.timeout()) < 0);
  }

  private static <T> void assertShare(
      Function<ScenarioSettings, T> setting, T value, double min, double max) {
    long plain =
        SCENARIOS.stream().map(Scenario::settings).map(setting).filter(value::equals).count();
    assertThat((double) plain / CASES).isBetween(min, max);
  }

  private static Stream<Step> steps() {
    return SCENARIOS.stream().map(Scenario::steps).flatMap(List::stream);
  }

  private static Stream<Step.Tear> tears() {
    return steps().filter(Step.Tear.class::isInstance).map(Step.Tear.class::cast);
  }

  private static Stream<Step.Start> starts() {
    return steps().filter(Step.Start.class::isInstance).map(Step.Start.class::cast);
  }

  /** The records below a sealed interface. */
  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(CoverageTest::leaves)
        : Stream.of(type);
  }

  private static boolean hasMark(Class<?> step) {
    return Stream.of(step.getRecordComponents())
        .anyMatch(component -> component.getName().equals("atOnce"));
  }
}
