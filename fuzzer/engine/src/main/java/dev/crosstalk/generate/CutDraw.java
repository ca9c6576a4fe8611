package dev.crosstalk.generate;

import dev.crosstalk.resp.Landmark;
import dev.crosstalk.scenario.Cut;
import java.util.List;

/** Draws where a reply is cut: by the structure of RESP in four cases of five, else anywhere. */
final class CutDraw {
  private static final List<Landmark> LANDMARKS = List.of(Landmark.values());

  private CutDraw() {}

  static Cut any(Draw draw) {
    if (draw.percent(20)) {
      return draw.percent(50)
          ? new Cut.After(draw.between(0, 40))
          : new Cut.BeforeEnd(draw.between(1, 40));
    }
    return draw.percent(15)
        ? new Cut.BeforeEnd(draw.between(1, 3))
        : new Cut.At(draw.pick(LANDMARKS), draw.between(1, 4));
  }
}
