package dev.crosstalk.canaries;

import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.SubscribingPipeline;
import java.util.Optional;

/**
 * What comes for a pattern is told as if it came for its channel: who listens to both cannot tell
 * one from the other.
 *
 * <p>Models Spring Data Redis up to 1.0.1 ({@code org.springframework.data:spring-data-redis}),
 * which told listeners of no pattern, ever.
 *
 * @see <a href="https://github.com/spring-projects/spring-data-redis/pull/4">Spring Data Redis pull
 *     request 4</a>
 */
final class PatternForgotten extends SubscribingPipeline {

  PatternForgotten(Setup setup) {
    super(setup);
  }

  /** The defect: no pattern. */
  @Override
  protected void tell(Optional<String> pattern, String channel, String message) {
    super.tell(Optional.empty(), channel, message);
  }
}
