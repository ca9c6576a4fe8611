package dev.crosstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final Speed SLOW = new Speed(100, 20);
  private static final Speed FAST = new Speed(300, 10);

  @Test
  void ratesAddUpAndCostsAreWeighedByThem() {
    assertThat(Together.speeds(List.of(SLOW, FAST))).isEqualTo(new Speed(400, 12.5));
    assertThat(Together.speeds(List.of())).isEqualTo(new Speed(0, 0));
  }

  @Test
  void countsOfRowsAddUp() {
    CaseRow one = new CaseRow("a/x", "simulated", 1, SLOW, 1, 2, 3, 4, 5);
    CaseRow other = new CaseRow("a/x", "simulated", 1, FAST, 10, 20, 30, 40, 50);

    assertThat(Together.cases(List.of(one, other)))
        .isEqualTo(new CaseRow("a/x", "simulated", 1, new Speed(400, 12.5), 11, 22, 33, 44, 55));
  }

  @Test
  void growthIsPutTogetherPointByPoint() {
    GrowthRow one = growth(SLOW, FAST);
    GrowthRow other = growth(FAST, FAST);

    assertThat(Together.growth(List.of(one, other)))
        .isEqualTo(growth(new Speed(400, 12.5), new Speed(600, 10)));
  }

  @Test
  void soAreTheTwoLimitsOfTheMachine() {
    assertThat(Together.limits(List.of(new RawLimit(SLOW, FAST), new RawLimit(FAST, FAST))))
        .isEqualTo(new RawLimit(new Speed(400, 12.5), new Speed(600, 10)));
  }

  private static GrowthRow growth(Speed at10, Speed at100) {
    return new GrowthRow(
        "a/x",
        "simulated",
        List.of(new GrowthRow.Point(10, at10), new GrowthRow.Point(100, at100)));
  }
}
