package dev.crosstalk.generate;

import java.util.ArrayList;
import java.util.List;

/** Every fragment there is. */
final class Fragments {
  private static final List<Fragment> ALL =
      List.of(
          new ExchangeFragment(),
          new BlockFragment(),
          new FailingEncoderFragment(),
          new SessionStateFragment(),
          new ErrorAnswerFragment(),
          new PushFragment(),
          new StalledHandshakeFragment(),
          new RestartFragment(),
          new ClosingFragment(),
          new LooseStepsFragment());

  private Fragments() {}

  static Fragment draw(Draw draw, Vocabulary vocabulary) {
    var fitting = new ArrayList<Fragment>(ALL.size());
    int weights = 0;
    for (Fragment fragment : ALL) {
      if (fragment.fits(vocabulary)) {
        fitting.add(fragment);
        weights += fragment.weight();
      }
    }
    int left = draw.below(weights);
    for (Fragment fragment : fitting) {
      left -= fragment.weight();
      if (left < 0) {
        return fragment;
      }
    }
    throw new AssertionError("weights of fragments do not add up");
  }
}
