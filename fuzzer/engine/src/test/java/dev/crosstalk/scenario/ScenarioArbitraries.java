package dev.crosstalk.scenario;

import dev.crosstalk.resp.Corruption;
import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.resp.Landmark;
import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.WorldKind;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Files of all that the records allow, with strings that are hard to write down. */
final class ScenarioArbitraries {
  private ScenarioArbitraries() {}

  static Arbitrary<ScenarioFile> files() {
    Arbitrary<Expectation> expectations =
        Arbitraries.oneOf(
            Arbitraries.of(new Expectation.Holds()),
            text().map(Expectation.Violated::new),
            Combinators.combine(text(), Arbitraries.of(WorldKind.class))
                .as((invariant, world) -> new Expectation.Violated(invariant, Optional.of(world))));
    Arbitrary<Scenario> scenarios =
        Combinators.combine(settings(), steps().list().ofMaxSize(20)).as(Scenario::new);
    return Combinators.combine(
            text(),
            text().optional(),
            expectations.optional(),
            text().optional(),
            text().optional(),
            scenarios)
        .as(ScenarioFile::new);
  }

  static Arbitrary<Step> steps() {
    Arbitrary<Boolean> atOnce = Arbitraries.of(true, false);
    Arbitrary<Step> kinds =
        Arbitraries.oneOf(
            Combinators.combine(labels(), commands()).as((a, b) -> new Step.Start(a, b, false)),
            labels().map(Step.Await::new),
            labels().map(label -> new Step.Cancel(label, false)),
            labels().map(label -> new Step.GiveUp(label, false)),
            Combinators.combine(labels(), Arbitraries.of(CallersWord.values()))
                .as((label, word) -> new Step.Complete(label, word, false)),
            lanes().map(lane -> new Step.Interrupt(lane, false)),
            lanes().map(lane -> new Step.WalkAway(lane, false)),
            lanes().map(lane -> new Step.CloseClient(lane, false)),
            Arbitraries.of(new Step.Expire(), new Step.Tick()),
            lanes().map(lane -> new Step.GiveBack(lane, false)),
            Combinators.combine(labels(), Arbitraries.of(ErrorCode.values())).as(Step.Answer::new),
            Arbitraries.integers()
                .between(0, Step.Choose.OPTION_MAX)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(Step.Choose::new),
            labels().map(Step.Hold::new),
            Combinators.combine(labels(), bytes(1)).as((a, b) -> new Step.Deliver(a, b, false)),
            Combinators.combine(labels(), cuts(), endings().optional())
                .as((a, b, c) -> new Step.Tear(a, b, c, false)),
            labels().map(label -> new Step.Release(label, false)),
            Combinators.combine(lanes(), endings()).as((a, b) -> new Step.End(a, b, false)),
            Combinators.combine(labels(), Arbitraries.of(Corruption.values()))
                .as(Step.Corrupt::new),
            Arbitraries.of(
                new Step.Stall(),
                new Step.Refuse(),
                new Step.LoseNext(),
                new Step.DelayAccept(),
                new Step.Accept(false)),
            lanes().map(lane -> new Step.Lose(lane, false)),
            lanes().map(lane -> new Step.HalfClose(lane, false)),
            lanes().map(lane -> new Step.StopReading(lane, false)),
            lanes().map(lane -> new Step.ReadAgain(lane, false)),
            endings().map(how -> new Step.Restart(how, false)),
            lanes().map(lane -> new Step.Push(lane, false)),
            Combinators.combine(lanes(), text())
                .as((lane, key) -> new Step.Push(lane, Optional.of(key), false)),
            Combinators.combine(labels(), text(), text())
                .as((label, channel, body) -> new Step.Publish(label, channel, body, false)));
    return Combinators.combine(kinds, atOnce).as(Step::atOnce);
  }

  /** Words, words of the format itself, blanks, quotes, escapes, controls, halves of pairs. */
  static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().numeric().ofMaxLength(8),
        Arbitraries.strings().withChars("ab \t\r\n\"\\,#=x0u\0\u007f").ofMaxLength(8),
        Arbitraries.strings().withChars("\u00a0\u00ff\u2028\ufeff\ud83e\udd80").ofMaxLength(6),
        Arbitraries.strings().all().ofMaxLength(6),
        Arbitraries.of("at", "once", ", at once", ",", "holds", "#", "\\x41", "\\", "\"\""));
  }

  private static Arbitrary<ScenarioSettings> settings() {
    Arbitrary<Credentials> credentials = Combinators.combine(text(), text()).as(Credentials::new);
    return Combinators.combine(
            Arbitraries.of(Protocol.values()),
            durations(Duration.ofMillis(1)),
            Arbitraries.integers().between(1, ScenarioSettings.LANES_MAX),
            Arbitraries.integers().between(0, 15),
            credentials.optional(),
            Arbitraries.integers().between(1, ScenarioSettings.POOL_MAX),
            durations(Duration.ZERO),
            Arbitraries.integers().between(0, ScenarioSettings.SCHEDULE_MAX))
        .as(
            (protocol, timeout, lanes, database, login, pool, reconnect, schedule) ->
                new ScenarioSettings(protocol, timeout, lanes, database, login, pool, reconnect)
                    .withSchedule(schedule))
        .flatMap(settings -> names().optional().map(settings::withClientName));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(8);
  }

  private static Arbitrary<Duration> durations(Duration min) {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(min.toNanos(), 3_600_000_000_000L).map(Duration::ofNanos),
        Arbitraries.longs().between(min.toMillis(), 3_600_000).map(Duration::ofMillis),
        Arbitraries.longs().between(1, 3600).map(Duration::ofSeconds),
        Arbitraries.longs().between(1, 60).map(Duration::ofMinutes));
  }

  private static Arbitrary<Command> commands() {
    return Combinators.combine(Arbitraries.of(Texts.COMMANDS), text().list().ofMaxSize(4))
        .as(Command::new);
  }

  private static Arbitrary<Cut> cuts() {
    return Arbitraries.oneOf(
        bytes(0).map(Cut.After::new),
        bytes(0).map(Cut.BeforeEnd::new),
        Combinators.combine(
                Arbitraries.of(Landmark.values()), Arbitraries.integers().between(1, 999))
            .as(Cut.At::new));
  }

  private static Arbitrary<Integer> bytes(int min) {
    return Arbitraries.integers().between(min, Cut.BYTES_MAX);
  }

  private static Arbitrary<Ending> endings() {
    return Arbitraries.of(Ending.values());
  }

  private static Arbitrary<Lane> lanes() {
    return Arbitraries.integers().between(0, 25).map(Lane::at);
  }

  private static Arbitrary<Label> labels() {
    return Combinators.combine(lanes(), Arbitraries.integers().between(1, Label.NUMBER_MAX))
        .as(Label::new);
  }
}
