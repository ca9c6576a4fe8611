package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.worker.WorkerJvm;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CrewsTest {
  private static final WorkerJvm NOBODY = new WorkerJvm("dev.crosstalk.NoSuchClass", List.of());

  @Test
  void whatIsBriefHasOneWorkerThatCompilesQuickly() {
    for (Budget brief : List.of(time(14), new Budget.Cases(49_999))) {
      assertThat(Crews.lifeFor(brief)).isEqualTo(WorkerJvm.Life.BRIEF);
      assertThat(new Crews(NOBODY, OptionalInt.empty()).workersFor(brief)).isEqualTo(1);
    }
  }

  @Test
  void aWorkerForEachProcessorPaysOnlyAfterAWhile() {
    int processors = Runtime.getRuntime().availableProcessors();
    var crews = new Crews(NOBODY, OptionalInt.empty());

    assertThat(Crews.lifeFor(time(15))).isEqualTo(WorkerJvm.Life.LONG);
    assertThat(crews.workersFor(time(99))).isEqualTo(1);
    assertThat(crews.workersFor(time(100))).isEqualTo(processors);
    assertThat(crews.workersFor(new Budget.Cases(999_999))).isEqualTo(1);
    assertThat(crews.workersFor(new Budget.Cases(1_000_000))).isEqualTo(processors);
  }

  @Test
  void thereAreAsManyAsAreAskedFor() {
    var crews = new Crews(NOBODY, OptionalInt.of(7));

    assertThat(crews.workersFor(time(1))).isEqualTo(7);
    assertThat(crews.workersFor(time(1000))).isEqualTo(7);
  }

  private static Budget time(long seconds) {
    return new Budget.Time(Duration.ofSeconds(seconds));
  }
}
