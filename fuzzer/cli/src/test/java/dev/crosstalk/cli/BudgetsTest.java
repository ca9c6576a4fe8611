package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.campaign.Budget;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetsTest {

  @ParameterizedTest
  @CsvSource({"500ms, 500", "1ms, 1", "30s, 30000", "5m, 300000", "10080m, 604800000"})
  void readsTimes(String text, long millis) {
    assertThat(Budgets.of(Optional.of(text), Optional.empty()))
        .isEqualTo(new Budget.Time(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "-5s", "1.5s", "5 s", "5h", "5S", "9999999999999s"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Budgets.of(Optional.of(text), Optional.empty()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--budget: '"
                + text
                + "' is no duration; it takes a whole number and ms, s or m, as in 500ms, 30s, 5m;"
                + " from 1ms to 10080m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0ms", "10081m", "999999999999m"})
  void refusesATimeOutOfRange(String text) {
    assertThatThrownBy(() -> Budgets.of(Optional.of(text), Optional.empty()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--budget: " + text + " is out of range; it takes ");
  }

  @Test
  void readsCases() {
    assertThat(Budgets.of(Optional.empty(), Optional.of("500"))).isEqualTo(new Budget.Cases(500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1e3", "9999999999999999999", ""})
  void refusesWhatIsNoNumberOfCases(String text) {
    assertThatThrownBy(() -> Budgets.of(Optional.empty(), Optional.of(text)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--cases: ")
        .hasMessageEndingWith("it takes a whole number from 1 to 1000000000000");
  }

  @Test
  void isAMinuteByDefault() {
    assertThat(Budgets.of(Optional.empty(), Optional.empty()))
        .isEqualTo(new Budget.Time(Duration.ofMinutes(1)));
  }

  @Test
  void refusesBoth() {
    assertThatThrownBy(() -> Budgets.of(Optional.of("1s"), Optional.of("1")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--budget, --cases: there are both");
  }

  @Test
  void isShownWithItsUnit() {
    assertThat(Budgets.shown(new Budget.Time(Duration.ofMillis(1500)))).isEqualTo("1500 ms in all");
    assertThat(Budgets.shown(new Budget.Time(Duration.ofMinutes(1)))).isEqualTo("60 s in all");
    assertThat(Budgets.shown(new Budget.Cases(1))).isEqualTo("1 case of each");
  }
}
