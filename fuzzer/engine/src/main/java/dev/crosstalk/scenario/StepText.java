package dev.crosstalk.scenario;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes one step as a scenario file does. */
public final class StepText {
  static final String CLOCK = "clock";
  static final String SCHEDULE = "schedule";
  static final String SERVER = "server";
  static final String AT_ONCE = ", at once";

  private static final Map<Class<?>, StepSyntax<?>> BY_KIND =
      Stream.of(ClientSteps.ALL, ClockSteps.ALL, ScheduleSteps.ALL, ServerSteps.ALL)
          .flatMap(List::stream)
          .collect(Collectors.toMap(StepSyntax::kind, Function.identity()));

  private StepText() {}

  /** The step's line without padding between its columns: {@code server hold the reply to A1}. */
  public static String of(Step step) {
    return subject(step) + " " + body(step);
  }

  /** The first column: who does it. */
  static String subject(Step step) {
    return switch (step) {
      case Step.ClientStep client -> client.lane().toString();
      case Step.Expire _, Step.Tick _ -> CLOCK;
      case Step.Choose _ -> SCHEDULE;
      case Step.ServerStep _ -> SERVER;
    };
  }

  /** The second column: what is done. */
  static String body(Step step) {
    StepSyntax<?> syntax = BY_KIND.get(step.getClass());
    if (syntax == null) {
      throw new IllegalStateException("no syntax is registered for " + step.getClass());
    }
    return syntax.text(step) + (step.atOnce() ? AT_ONCE : "");
  }
}
