package dev.crosstalk.lettuce;

import io.lettuce.core.TrackingArgs;
import java.util.List;

/** A command's arguments as all of Lettuce's APIs take them. */
final class Words {

  private Words() {}

  static long number(List<String> words, int index) {
    return Long.parseLong(words.get(index));
  }

  static TrackingArgs tracking(List<String> words) {
    return TrackingArgs.Builder.enabled(words.get(0).equals("ON"));
  }
}
