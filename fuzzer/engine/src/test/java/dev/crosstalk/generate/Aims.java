package dev.crosstalk.generate;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import java.util.List;

/** Which calls and lanes a step is about. */
final class Aims {

  private Aims() {}

  static List<Label> labels(Step step) {
    return switch (step) {
      case Step.Start start -> List.of(start.label());
      case Step.Await await -> List.of(await.label());
      case Step.Cancel cancel -> List.of(cancel.label());
      case Step.GiveUp giveUp -> List.of(giveUp.label());
      case Step.Complete complete -> List.of(complete.label());
      case Step.Hold hold -> List.of(hold.label());
      case Step.Deliver deliver -> List.of(deliver.label());
      case Step.Tear tear -> List.of(tear.label());
      case Step.Release release -> List.of(release.label());
      case Step.Answer answer -> List.of(answer.label());
      default -> List.of();
    };
  }

  static List<Lane> lanes(Step step) {
    return switch (step) {
      case Step.ClientStep client -> List.of(client.lane());
      case Step.End end -> List.of(end.lane());
      case Step.Push push -> List.of(push.lane());
      default -> labels(step).stream().map(Label::lane).toList();
    };
  }
}
