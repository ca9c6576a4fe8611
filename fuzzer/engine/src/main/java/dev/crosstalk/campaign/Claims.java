package dev.crosstalk.campaign;

/** Who looks into a symptom: of the workers that see it, one. */
interface Claims {

  /**
   * Asks to look into a symptom.
   *
   * @return a number for the finding that may come of it; 0 when another looks into it, or enough
   *     others are known
   */
  int claim(Symptom symptom);

  /** Gives a claim back, as what was seen did not repeat: the next one that sees it may try. */
  void unconfirmed(Symptom symptom);

  /** Of one that has nobody beside it: all are granted. */
  final class Alone implements Claims {
    private int held;

    @Override
    public synchronized int claim(Symptom symptom) {
      held++;
      return held;
    }

    @Override
    public synchronized void unconfirmed(Symptom symptom) {
      held--;
    }
  }
}
