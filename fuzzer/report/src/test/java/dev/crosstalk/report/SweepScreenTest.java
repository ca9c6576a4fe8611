package dev.crosstalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.campaign.ScheduleSweep;
import dev.crosstalk.spi.WorldKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepScreenTest {
  private static final Rehearsal.Run VIOLATES =
      new Rehearsal.Run(Stories.tornReply(), List.of(Stories.tornReplyMatched()), false);

  @Test
  void showsARunThatViolatesAndNamesTheSchedules() {
    Golden.check("sweep-violated", screen(500, 37, List.of(3, 41, 499), Optional.of(VIOLATES)));
  }

  @Test
  void saysWhenNoScheduleViolates() {
    Golden.check("sweep-clean", screen(500, 37, List.of(), Optional.empty()));
  }

  @Test
  void namesTheFirstTenSchedulesAndCountsAll() {
    List<Integer> seeds = IntStream.rangeClosed(1, 11).boxed().toList();

    assertThat(screen(11, 11, seeds, Optional.of(VIOLATES)))
        .endsWith(" 11 violate: schedule=1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...\n");
    assertThat(screen(11, 11, seeds.subList(0, 10), Optional.of(VIOLATES)))
        .endsWith(" 10 violate: schedule=1, 2, 3, 4, 5, 6, 7, 8, 9, 10\n");
  }

  @Test
  void countsOneAsOne() {
    assertThat(screen(1, 1, List.of(), Optional.empty()))
        .isEqualTo("sample/raw, simulated: 1 schedule, 1 distinct, none violates\n");
  }

  private static String screen(
      int schedules, int distinct, List<Integer> violating, Optional<Rehearsal.Run> telling) {
    return SweepScreen.of(
        "sample/raw",
        WorldKind.SIMULATED,
        new ScheduleSweep.Result(schedules, distinct, violating, telling),
        Ink.PLAIN);
  }
}
