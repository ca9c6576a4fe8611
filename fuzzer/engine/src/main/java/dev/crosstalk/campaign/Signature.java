package dev.crosstalk.campaign;

import dev.crosstalk.oracle.Family;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;

/**
 * What findings have in common when one defect is behind them: the family of the broken invariant,
 * and the kinds of steps of the shrunk schedule, without keys, numbers, lanes or places, repeats
 * taken as one.
 */
public record Signature(Family family, List<String> kinds) {

  public Signature {
    kinds = List.copyOf(kinds);
  }

  public static Signature of(Family family, Scenario shrunk) {
    var kinds = new ArrayList<String>();
    for (Step step : shrunk.steps()) {
      for (String kind : kinds(step)) {
        if (kinds.isEmpty() || !kinds.getLast().equals(kind)) {
          kinds.add(kind);
        }
      }
    }
    return new Signature(family, kinds);
  }

  /** Of a finding that was shrunk. */
  static Signature of(Finding shrunk) {
    return of(shrunk.violation().family(), shrunk.scenario().scenario());
  }

  /** The same without its cuts: what a schedule that splits replies needs no step for. */
  public Signature withoutCuts() {
    return new Signature(family, kinds.stream().filter(kind -> !kind.equals("cut")).toList());
  }

  /** Whether a finding of this signature may be the same defect as another, smaller one. */
  public boolean includes(Signature smaller) {
    int found = 0;
    for (String kind : kinds) {
      if (found < smaller.kinds.size() && smaller.kinds.get(found).equals(kind)) {
        found++;
      }
    }
    return family == smaller.family && found == smaller.kinds.size();
  }

  private static List<String> kinds(Step step) {
    return switch (step) {
      case Step.Start start -> List.of(kind(start.command()));
      case Step.Await await -> List.of("await");
      case Step.Cancel cancel -> List.of("cancel");
      case Step.GiveUp giveUp -> List.of("give up");
      case Step.Complete complete -> List.of("complete");
      case Step.Interrupt interrupt -> List.of("interrupt");
      case Step.WalkAway walkAway -> List.of("walk away");
      case Step.CloseClient close -> List.of("close");
      case Step.Expire expire -> List.of("expire");
      case Step.Tick tick -> List.of("tick");
      case Step.Choose choose -> List.of();
      case Step.Hold hold -> List.of("hold");
      case Step.Deliver deliver -> List.of("cut");
      case Step.Tear tear -> tear.then().isPresent() ? List.of("cut", "end") : List.of("cut");
      case Step.Release release -> List.of("release");
      case Step.End end -> List.of("end");
      case Step.Stall stall -> List.of("stall");
      case Step.Refuse refuse -> List.of("refuse");
      case Step.Corrupt corrupt -> List.of("illegal bytes");
      case Step.Lose lose -> List.of("lose");
      case Step.LoseNext next -> List.of("lose next");
      case Step.HalfClose half -> List.of("half-close");
      case Step.StopReading stop -> List.of("stop reading");
      case Step.ReadAgain again -> List.of("read again");
      case Step.DelayAccept delay -> List.of("delay accept");
      case Step.Accept accept -> List.of("accept");
      case Step.Restart restart -> List.of("end");
      case Step.Push push -> List.of("push");
      case Step.Publish publish ->
          List.of(publish.body().contains(UserCode.LISTENER_FAILS) ? "publish failing" : "publish");
      case Step.Answer answer -> List.of("answer");
      case Step.GiveBack giveBack -> List.of("give back");
    };
  }

  private static String kind(Command started) {
    if (UserCode.isIn(started)) {
      return "start failing";
    }
    return Script.in(started).filter(Script::tellsErrors).isPresent()
        ? "start telling errors"
        : "start";
  }
}
