package dev.crosstalk.server;

import java.util.HashMap;
import java.util.Map;

/** How often each key was changed, by which a WATCH sees that one was. */
final class Changes {
  private final Map<Place, Integer> counts = new HashMap<>();

  int of(Place place) {
    return counts.getOrDefault(place, 0);
  }

  void add(Place place) {
    counts.merge(place, 1, Integer::sum);
  }
}
