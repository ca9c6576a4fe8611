package dev.crosstalk.generate;

import java.util.List;

/** Every fragment there is. */
final class Fragments {
  private static final List<Fragment> ALL =
      List.of(
          new ExchangeFragment(),
          new BlockFragment(),
          new FailingEncoderFragment(),
          new PushFragment(),
          new StalledHandshakeFragment(),
          new LooseStepsFragment());

  private Fragments() {}

  static Fragment draw(Draw draw, Vocabulary vocabulary) {
    List<Fragment> fitting = ALL.stream().filter(f -> f.fits(vocabulary)).toList();
    int left = draw.below(fitting.stream().mapToInt(Fragment::weight).sum());
    for (Fragment fragment : fitting) {
      left -= fragment.weight();
      if (left < 0) {
        return fragment;
      }
    }
    throw new AssertionError("weights of fragments do not add up");
  }
}
