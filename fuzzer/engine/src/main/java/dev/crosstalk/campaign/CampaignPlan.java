package dev.crosstalk.campaign;

import dev.crosstalk.lab.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * What a campaign is to do.
 *
 * @param targets in the order in which they are fuzzed, one after the other; at least one
 * @param generation where its scenarios come from
 * @param folder where findings are saved; made when the first one is
 */
public record CampaignPlan(
    List<Target> targets, Budget budget, Generation generation, Path folder) {

  public CampaignPlan {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("a campaign needs a target");
    }
  }
}
