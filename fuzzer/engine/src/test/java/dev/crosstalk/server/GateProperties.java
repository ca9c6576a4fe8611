package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What no sequence of steps can make a gate do. */
class GateProperties {

  @Provide
  Arbitrary<List<GateOp>> steps() {
    return GateOp.steps().list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<GateOp.Owe>> ownCommands() {
    return GateOp.owed(Arbitraries.of(GateOp.LABELS))
        .map(owe -> new GateOp.Owe(Optional.empty(), owe.bytes()))
        .list()
        .ofMaxSize(8);
  }

  @Property
  void whatLeavesIsRepliesInOrderWithWholePushesBetween(
      @ForAll("steps") List<GateOp> steps,
      @ForAll List<Boolean> takes,
      @ForAll boolean stalled,
      @ForAll boolean healed) {
    var run = new GateRun(stalled);
    for (int i = 0; i < steps.size(); i++) {
      run.apply(steps.get(i));
      if (i < takes.size() && takes.get(i)) {
        run.take();
        run.requireOrderly();
      }
    }
    if (healed) {
      run.apply(new GateOp.Heal());
    }
    run.take();
    run.requireOrderly();
  }

  @Property
  void aReplyLeavesOnlyWhenAStepLetsItOut(@ForAll("steps") List<GateOp> steps) {
    var run = new GateRun(false);
    for (GateOp step : steps) {
      List<Integer> before = run.owed.stream().map(Executed::taken).toList();
      run.apply(step);
      run.take();
      for (int i = 0; i < run.owed.size(); i++) {
        int earlier = i < before.size() ? before.get(i) : 0;
        Executed reply = run.owed.get(i);
        if (reply.label().isPresent() && reply.taken() > earlier) {
          requireLetOut(run, step, i);
        }
      }
    }
  }

  /** By a step that names its call or a later one, and if it is held, by one that names itself. */
  private static void requireLetOut(GateRun run, GateOp step, int index) {
    String label = run.owed.get(index).label().orElseThrow();
    boolean letsOut =
        switch (step) {
          case GateOp.Await await -> true;
          case GateOp.Release release -> true;
          case GateOp.Deliver deliver -> true;
          case GateOp.Tear tear -> true;
          case GateOp.Owe owe -> owe.label().filter(run.awaited::contains).isPresent();
          case GateOp.Hold hold -> false;
          case GateOp.StopAwaiting stop -> false;
          case GateOp.Push push -> false;
          case GateOp.Heal heal -> true;
        };
    assertThat(letsOut).as("%s let out %s", step, label).isTrue();
    assertThat(run.owed.subList(index, run.owed.size()))
        .as("%s let out %s, which stands behind what it names", step, label)
        .anyMatch(reply -> reply.label().equals(step.target()));
    if (run.held.contains(label)) {
      assertThat(step).isInstanceOfAny(GateOp.Deliver.class, GateOp.Tear.class);
      assertThat(step.target()).contains(label);
    }
  }

  @Property
  void deliverLetsOutThatManyBytesAndNoMore(
      @ForAll("steps") List<GateOp> steps, @ForAll("delivers") GateOp.Deliver deliver) {
    var run = new GateRun(false);
    steps.forEach(run::apply);
    run.take();
    Optional<Executed> target =
        run.owed.stream()
            .filter(reply -> reply.label().filter(deliver.label()::equals).isPresent())
            .filter(reply -> reply.taken() < reply.bytes().length)
            .findFirst();
    boolean behindHeld =
        target.isPresent()
            && run.owed.subList(0, run.owed.indexOf(target.get())).stream()
                .filter(reply -> reply.taken() < reply.bytes().length)
                .flatMap(reply -> reply.label().stream())
                .anyMatch(label -> run.held.contains(label) && !label.equals(deliver.label()));
    int before = target.map(Executed::taken).orElse(0);
    run.apply(deliver);
    run.take();
    target.ifPresent(
        reply ->
            assertThat(reply.taken())
                .isEqualTo(
                    behindHeld
                        ? before
                        : Math.min(before + deliver.bytes(), reply.bytes().length)));
  }

  @Provide
  Arbitrary<GateOp> delivers() {
    return GateOp.steps().filter(GateOp.Deliver.class::isInstance);
  }

  @Property
  void afterHealingEverythingLeavesNowAndLater(
      @ForAll("steps") List<GateOp> before,
      @ForAll("ownCommands") List<GateOp.Owe> own,
      @ForAll boolean stalled) {
    var run = new GateRun(stalled);
    before.forEach(run::apply);
    run.apply(new GateOp.Heal());
    run.take();
    assertThat(run.allIsOut()).isTrue();
    for (String label : GateOp.LABELS) {
      run.apply(new GateOp.Owe(Optional.of(label), 5));
      run.apply(new GateOp.Push(0));
      run.take();
      assertThat(run.allIsOut()).isTrue();
    }
    own.forEach(run::apply);
    run.take();
    assertThat(run.allIsOut()).isTrue();
    run.requireOrderly();
  }

  @Property
  void nothingLeavesAStalledConnectionBeforeHealing(@ForAll("steps") List<GateOp> steps) {
    var run = new GateRun(true);
    assertThat(run.gate.stalled()).isTrue();
    for (GateOp step : steps) {
      run.apply(step);
      run.take();
      assertThat(run.nothingIsOut()).isTrue();
    }
    run.apply(new GateOp.Heal());
    run.take();
    assertThat(run.gate.stalled()).isFalse();
    assertThat(run.allIsOut()).isTrue();
  }

  @Property
  void nothingLeavesAnEndedConnection(
      @ForAll("steps") List<GateOp> before, @ForAll("steps") List<GateOp> after) {
    var run = new GateRun(false);
    before.forEach(run::apply);
    run.take();
    run.gate.end();
    after.forEach(run::apply);
    run.apply(new GateOp.Heal());
    assertThat(run.gate.take()).isEmpty();
  }

  @Property
  void aDriversOwnCommandsPassByThemselves(@ForAll("ownCommands") List<GateOp.Owe> own) {
    var run = new GateRun(false);
    for (GateOp.Owe command : own) {
      run.apply(command);
      run.apply(new GateOp.Push(0));
      run.take();
      assertThat(run.allIsOut()).isTrue();
      run.requireOrderly();
    }
  }

  @Property
  void aDriversOwnCommandWaitsBehindAClosedReply(@ForAll("ownCommands") List<GateOp.Owe> own) {
    var run = new GateRun(false);
    run.apply(new GateOp.Owe(Optional.of("A1"), 5));
    own.forEach(run::apply);
    run.take();
    assertThat(run.nothingIsOut()).isTrue();
    run.apply(new GateOp.Deliver("A1", 5));
    run.take();
    assertThat(run.allIsOut()).isTrue();
  }
}
