package dev.crosstalk.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * What one scenario is made of: some of what a variant could do, so that pairs that rarely meet
 * when everything is on meet often (Groce, Zhang, Eide, Chen, Regehr: Swarm Testing, 2012).
 *
 * @param vocabulary what lanes may do in it
 * @param fragments those that fit; at least one
 */
record Swarm(Vocabulary vocabulary, List<Fragment> fragments) {
  private static final int EVERYTHING_PERCENT = 30;
  private static final int KEPT_PERCENT = 60;

  /**
   * Of so many scenarios illegal bytes are a part; in three of four of those they get to be sent.
   */
  private static final int ILLEGAL_PERCENT = 4;

  static Swarm of(Draw draw, Vocabulary all) {
    Swarm legal = legal(draw, all);
    if (!draw.percent(ILLEGAL_PERCENT)) {
      return legal;
    }
    var fragments = new ArrayList<>(legal.fragments());
    fragments.add(new IllegalBytesFragment());
    return new Swarm(legal.vocabulary(), fragments);
  }

  private static Swarm legal(Draw draw, Vocabulary all) {
    if (draw.percent(EVERYTHING_PERCENT)) {
      return new Swarm(all, Fragments.fitting(all));
    }
    var some =
        new Vocabulary(
            commands(draw, all),
            all.blocking(),
            all.resp3(),
            all.cancels() && draw.percent(KEPT_PERCENT),
            all.futures() && draw.percent(KEPT_PERCENT),
            all.interrupts() && draw.percent(KEPT_PERCENT),
            all.userEncoder() && draw.percent(KEPT_PERCENT),
            all.userDecoder() && draw.percent(KEPT_PERCENT),
            all.caches(),
            all.owns(),
            all.session());
    List<Fragment> fitting = Fragments.fitting(some);
    // Without its blocks a session that gathers commands does next to nothing.
    List<Fragment> kept = some.blocks() ? fitting : kept(draw, fitting);
    return new Swarm(some, kept.isEmpty() ? List.of(draw.pick(fitting)) : kept);
  }

  /** Some of the commands, with one at least that a lane may start. */
  private static List<String> commands(Draw draw, Vocabulary all) {
    var commands = new ArrayList<>(kept(draw, all.commands()));
    if (commands.stream().noneMatch(Vocabulary.STARTED::contains)) {
      List<String> started = all.started();
      if (!started.isEmpty()) {
        commands.add(draw.pick(started));
      }
    }
    return commands;
  }

  private static <T> List<T> kept(Draw draw, List<T> all) {
    var kept = new ArrayList<T>(all.size());
    for (T each : all) {
      if (draw.percent(KEPT_PERCENT)) {
        kept.add(each);
      }
    }
    return kept;
  }
}
