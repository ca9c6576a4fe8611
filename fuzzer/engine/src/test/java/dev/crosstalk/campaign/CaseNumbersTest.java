package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CaseNumbersTest {

  @Test
  void countsFromZeroUntilTheBudgetIsSpent() {
    var numbers = new CaseNumbers(new Budget.Cases(2));
    assertThat(numbers.next()).hasValue(0);
    assertThat(numbers.next()).hasValue(1);
    assertThat(numbers.next()).isEmpty();
    assertThat(numbers.next()).isEmpty();
    assertThat(numbers.isStopped()).isFalse();
  }

  @Test
  void givesTheNumbersOfItsStripeAndTellsOfEach() {
    var told = new ArrayList<Long>();
    var numbers = new CaseNumbers(new Budget.Cases(8), new Stripe(1, 3), told::add);

    assertThat(numbers.next()).hasValue(1);
    assertThat(told).containsExactly(1L);
    assertThat(numbers.next()).hasValue(4);
    assertThat(numbers.next()).hasValue(7);
    assertThat(numbers.next()).isEmpty();
    assertThat(told).containsExactly(1L, 4L, 7L);
  }

  @Test
  void aStripeGoesOnBehindANumberOfIts() {
    assertThat(new Stripe(1, 3).behind(7)).isEqualTo(new Stripe(10, 3));
  }

  @Test
  void givesNoneWhenTheTimeIsOver() {
    assertThat(new CaseNumbers(new Budget.Time(Duration.ZERO)).next()).isEmpty();
    assertThat(new CaseNumbers(new Budget.Time(Duration.ofHours(1))).next()).hasValue(0);
  }

  @Test
  void givesNoneOnceItIsStopped() {
    var numbers = new CaseNumbers(new Budget.Cases(9));
    assertThat(numbers.next()).hasValue(0);
    numbers.stop();
    assertThat(numbers.next()).isEmpty();
    assertThat(numbers.isStopped()).isTrue();
  }
}
