package dev.crosstalk.world.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns();
  private final List<String> ran = new ArrayList<>();

  @Test
  void areTakenInTheirOrderWhenTheFirstIsChosen() {
    add("a", "b", "c");
    takeAll();
    assertThat(ran).containsExactly("a", "b", "c");
  }

  @Test
  void areTakenAsChosenAndTheOthersKeepTheirOrder() {
    add("a", "b", "c", "d");
    turns.choices(options -> Math.min(2, options - 1));
    takeAll();
    assertThat(ran).containsExactly("c", "d", "b", "a");
  }

  @Test
  void askNobodyWhereThereIsNothingToChoose() {
    var asked = new ArrayList<Integer>();
    turns.choices(
        options -> {
          asked.add(options);
          return 0;
        });
    add("a", "b", "c");
    takeAll();
    assertThat(asked).containsExactly(3, 2);
    assertThat(turns.choose(1)).isZero();
    assertThat(asked).hasSize(2);
  }

  @Test
  void haveRoomForAsManyAsThereAre() {
    for (int i = 0; i < 1_000; i++) {
      add("t" + i);
    }
    takeAll();
    assertThat(ran).hasSize(1_000).startsWith("t0", "t1").endsWith("t999");
  }

  @Test
  void areForgottenAllAtOnce() {
    add("a", "b");
    turns.clear();
    assertThat(turns.isEmpty()).isTrue();
    add("c");
    takeAll();
    assertThat(ran).containsExactly("c");
  }

  private void add(String... names) {
    for (String name : names) {
      turns.add(() -> ran.add(name));
    }
  }

  private void takeAll() {
    while (!turns.isEmpty()) {
      turns.take().run();
    }
  }
}
