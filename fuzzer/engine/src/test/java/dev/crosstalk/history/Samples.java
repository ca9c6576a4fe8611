package dev.crosstalk.history;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Cause;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.CommandClass;
import dev.crosstalk.spi.DeliveryRule;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Histories by hand. */
final class Samples {

  private Samples() {}

  static Subject subject() {
    Variant variant =
        Variant.named("pool")
            .pooled()
            .async()
            .shared()
            .timeoutPerCall()
            .can(Capability.RESP3, Capability.CANCEL)
            .commands(Set.of("SET", "GET", "CLIENT TRACKING", "MGET"))
            .delivers(
                new DeliveryRule(
                    CommandClass.READS,
                    SessionKind.POOLED,
                    Cause.TIMED_OUT,
                    Grade.DOCUMENTED,
                    URI.create("https://example.org/retries#reads")))
            .loses(Loss.MAP_ORDER)
            .ownDelayMax(Duration.ofMillis(1500))
            .build();
    return new Subject("sample", "1.2.3", Kind.CANARY, variant);
  }

  /** One call of which everything is given: what the driver said, and what the wire carried. */
  static History history(List<Outcome> outcomes, Value answer, String bytes) {
    List<Completion> completions =
        outcomes.stream().map(outcome -> new Completion(outcome, 1, 2_000)).toList();
    return new History(
        "real",
        subject(),
        new Terms(100_000_000, 500_000_000, 0, 2, 3, "default", Optional.of("sampler")),
        List.of(
            new CallHistory(
                "A1",
                "A",
                Command.of("GET", "k1"),
                false,
                0,
                Optional.of("A1"),
                1,
                1_000,
                completions),
            new CallHistory(
                "A:probe-1",
                "A",
                Command.of("GET", "probe-A1"),
                true,
                2,
                Optional.empty(),
                0,
                -1,
                List.of())),
        List.of(
            new ConnectionHistory(
                1,
                0,
                500,
                false,
                true,
                List.of(
                    new WireEvent.Received(0, 1_100, 1),
                    new WireEvent.Sent(1, 1_900, bytes),
                    new WireEvent.Pushed(1, 1_950, bytes),
                    new WireEvent.Ended(2, 3_000, WireEvent.By.SERVER_RESET, 3)))),
        List.of(
            execution(1, Optional.of("A1"), new Execution.Reply.Answer(answer), bytes),
            execution(2, Optional.empty(), new Execution.Reply.Failure("ERR no"), "-ERR no\r\n")),
        List.of(
            new StepHistory(0, LazyText.of("A A1 GET k1"), StepHistory.Fate.DONE, "", 900, 1_500),
            new StepHistory(
                1, LazyText.of("clock expire"), StepHistory.Fate.NOTHING, "no", 1_500, 2_500),
            new StepHistory(
                2, LazyText.of("healing"), StepHistory.Fate.UNSETTLED, "", 2_500, 3_500)),
        List.of("a stray"),
        List.of("a disturbance"),
        List.of(
            new Hang("A1", List.of("java.base/java.lang.Object.wait(Native)", "x.Y.z(Y.java:1)")),
            new Hang("A:probe-1", List.of())),
        List.of(
            new MessageHistory(
                Optional.of("M1"),
                2,
                Optional.of("c*"),
                "c1",
                "M1|\r\n",
                1,
                "*4\r\n",
                1,
                3_000,
                -1,
                2,
                -1)),
        List.of(new Delivery(1, Optional.empty(), "c1", "M1", 1, 4_000, true)),
        List.of(2),
        new ThreadsLeft(50, 51, List.of("x.Y.z(Y.java:1)")),
        4_000);
  }

  private static Execution execution(
      int serial, Optional<String> label, Execution.Reply reply, String bytes) {
    return new Execution(
        serial,
        label,
        List.of("GET", "k1"),
        1,
        3,
        "default",
        label.map(unused -> "sampler"),
        Protocol.RESP3,
        reply,
        bytes,
        0,
        1_100,
        -1,
        bytes.length(),
        false,
        0);
  }
}
