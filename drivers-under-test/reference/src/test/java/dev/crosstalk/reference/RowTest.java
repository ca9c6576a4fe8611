package dev.crosstalk.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Command;
import org.junit.jupiter.api.Test;

class RowTest {
  private final Row row = new Row();

  @Test
  void sendsFirstWhatGatheredFirst() throws Exception {
    Waiter first = waiter();
    Waiter second = waiter();
    row.add(first);
    row.add(second);
    assertThat(row.open()).containsExactly(first, second);
    assertThat(row.takeFirst()).contains(first);
  }

  @Test
  void sendsNothingForACallThatEndedMeanwhile() throws Exception {
    Waiter cancelled = waiter();
    row.add(cancelled);
    cancelled.cancel();
    assertThat(row.open()).isEmpty();
  }

  @Test
  void keepsThePlaceOfACallThatEndedAfterItWasSent() throws Exception {
    Waiter cancelled = waiter();
    row.open();
    row.add(cancelled);
    cancelled.cancel();
    assertThat(row.takeFirst()).contains(cancelled);
  }

  @Test
  void letsNoReplyFindACallThatComesAfterTheEnd() throws Exception {
    row.open();
    row.close();
    Waiter late = waiter();
    row.add(late);
    assertThat(row.takeFirst()).isEmpty();
    assertThat(row.close()).containsExactly(late);
  }

  private static Waiter waiter() throws Exception {
    return new Waiter(Commands.request(Command.of("GET", "k")), outcome -> {});
  }
}
