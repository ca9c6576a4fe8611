package dev.crosstalk.scenario;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the line of one step; {@link StepText} is its opposite. */
final class StepReader {
  static final String STARTS =
      "a line starts with a lane (A to Z), 'clock', 'schedule' or 'server'";

  private static final Set<String> SUBJECTS =
      Set.of(StepText.CLOCK, StepText.SCHEDULE, StepText.SERVER);

  private final Set<String> commandNames;

  StepReader(Set<String> commandNames) {
    this.commandNames = commandNames;
  }

  static boolean isSubject(String word) {
    return SUBJECTS.contains(word) || word.matches("[A-Z]");
  }

  /**
   * Reads what follows the first column.
   *
   * @param subject the first column; {@link #isSubject} said yes
   */
  Step read(String subject, LineCursor line) {
    return switch (subject) {
      case StepText.CLOCK -> read("a clock step", ClockSteps.ALL, Filled.NOTHING, line);
      case StepText.SCHEDULE ->
          read("a step of the schedule", ScheduleSteps.ALL, Filled.NOTHING, line);
      case StepText.SERVER -> read("a server step", ServerSteps.ALL, Filled.NOTHING, line);
      default -> onLane(new Lane(subject.charAt(0)), line);
    };
  }

  private Step onLane(Lane lane, LineCursor line) {
    Filled known = Filled.NOTHING.with(Slots.LANE, lane);
    Step step = read("a lane's step", ClientSteps.ALL, known, line);
    if (step instanceof Step.ClientStep client && !client.lane().equals(lane)) {
      throw line.place()
          .wrong(
              "lane " + lane + " has no call of lane " + client.lane(),
              "a call's label starts with the letter of the lane that its line starts with");
    }
    return step;
  }

  private Step read(String what, List<StepSyntax<?>> kinds, Filled known, LineCursor line) {
    List<Token> tokens = line.tokens();
    if (tokens.isEmpty()) {
      throw line.place().wrong("the line ends after its first word", accepted(what, kinds));
    }
    Token first = tokens.getFirst();
    List<StepSyntax<?>> opened =
        kinds.stream().filter(each -> each.form().opensWith(first)).toList();
    if (opened.isEmpty()) {
      throw line.place().wrong("unknown step " + first.shown(), accepted(what, kinds));
    }
    StepSyntax<?> kind =
        opened.stream()
            .filter(each -> each.form().opensWith(tokens))
            .findFirst()
            .orElse(opened.getFirst());
    return read(kind, known, new Words(line.place(), tokens, commandNames, kind.form().toString()));
  }

  private static String accepted(String what, List<StepSyntax<?>> kinds) {
    return kinds.stream()
        .map(kind -> "'" + kind.form() + "'")
        .collect(Collectors.joining(", ", what + " is one of ", ""));
  }

  private static Step read(StepSyntax<?> kind, Filled known, Words words) {
    Step step = kind.read(words, known);
    if (words.skip(StepText.AT_ONCE)) {
      step = step.atOnce(true);
      if (!step.atOnce()) {
        throw words.wrong("'at once' after a step that always settles");
      }
    }
    if (!words.atEnd()) {
      throw words.wrong(words.take().shown() + " after the step's end");
    }
    return step;
  }
}
