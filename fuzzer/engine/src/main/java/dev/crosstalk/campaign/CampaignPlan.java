package dev.crosstalk.campaign;

import dev.crosstalk.lab.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * What a campaign is to do.
 *
 * @param targets in the order in which they are fuzzed, one after the other; at least one
 * @param seed what all its scenarios grow from
 * @param folder where findings are saved; made when the first one is
 */
public record CampaignPlan(List<Target> targets, Budget budget, long seed, Path folder) {

  public CampaignPlan {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("a campaign needs a target");
    }
  }
}
