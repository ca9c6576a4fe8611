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
          new NullArgumentFragment(),
          new FailingDecoderFragment(),
          new SessionStateFragment(),
          new ErrorAnswerFragment(),
          new PushFragment(),
          new SubscriptionFragment(),
          new StalledHandshakeFragment(),
          new RestartFragment(),
          new LostConnectionFragment(),
          new DeafServerFragment(),
          new ClosingFragment(),
          new LooseStepsFragment());

  private Fragments() {}

  /** Those that a variant can do anything with. */
  static List<Fragment> fitting(Vocabulary vocabulary) {
    var fitting = new ArrayList<Fragment>(ALL.size());
    for (Fragment fragment : ALL) {
      if (fragment.fits(vocabulary)) {
        fitting.add(fragment);
      }
    }
    return fitting;
  }

  /** One of several, by their weights. */
  static Fragment draw(Draw draw, List<Fragment> fragments) {
    int weights = 0;
    for (Fragment fragment : fragments) {
      weights += fragment.weight();
    }
    int left = draw.below(weights);
    for (Fragment fragment : fragments) {
      left -= fragment.weight();
      if (left < 0) {
        return fragment;
      }
    }
    throw new AssertionError("weights of fragments do not add up");
  }
}
