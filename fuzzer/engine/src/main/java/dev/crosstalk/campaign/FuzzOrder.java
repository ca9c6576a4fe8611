package dev.crosstalk.campaign;

import dev.crosstalk.lab.TargetReference;
import dev.crosstalk.spi.WorldKind;
import java.util.List;

/** What a worker that fuzzes is told. */
sealed interface FuzzOrder {

  /**
   * What to do; the first it is told.
   *
   * @param budget what is left of the target's
   * @param worlds the kinds that will do, the best first; empty for the best the driver has
   * @param folder where findings are saved
   * @param marker the file of a {@link CaseMarker}
   */
  record Begin(
      TargetReference target,
      Generation generation,
      Budget budget,
      List<WorldKind> worlds,
      String folder,
      Stripe stripe,
      String marker)
      implements FuzzOrder {

    public Begin {
      worlds = List.copyOf(worlds);
    }
  }

  /**
   * The answer to a {@link FuzzAnswer.Claim}.
   *
   * @param number see {@link Claims#claim}
   */
  record Granted(Symptom symptom, int number) implements FuzzOrder {}

  /** A symptom did not repeat where it was looked into: whoever sees it next may claim it. */
  record Forget(Symptom symptom) implements FuzzOrder {}

  /** To begin no more cases, and to end with what there is. */
  record Stop() implements FuzzOrder {}
}
