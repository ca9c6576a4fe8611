package dev.crosstalk.generate;

import dev.crosstalk.scenario.Step;
import java.util.List;

/** A few steps of one lane with holes that are drawn. Names no bug. */
interface Fragment {

  /** How often it is drawn, relative to the others. */
  int weight();

  /** Whether a variant can do anything with it. */
  boolean fits(Vocabulary vocabulary);

  List<Step> steps(Draw draw, Vocabulary vocabulary, LaneModel lane);
}
