package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who subscribes on a thread that blocks listens there until healing says that it is enough. */
class ListenersTest {
  private static final Variant LISTENING =
      Variant.named("listening")
          .can(Capability.SUBSCRIBES)
          .commands(Set.of("GET", "PING", "SUBSCRIBE", "PSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE"))
          .waitsForEverFor("SUBSCRIBE", "PSUBSCRIBE")
          .build();

  @Test
  void whoListensIsToldToStop() {
    Play play = Play.of(LISTENING, Listening::new, "protocol=2", "A A1 SUBSCRIBE c1");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.Ok.class);
    assertThat(told(play)).containsExactly("A:leave");
  }

  @Test
  void whoWaitedBehindAListenerIsToldToStopAsWell() {
    Play play =
        Play.of(
            LISTENING,
            Listening::new,
            "protocol=2",
            // Answered in healing: until then nobody listens, and nothing is said from beside.
            "A A5 GET k5",
            "A A1 SUBSCRIBE c1",
            "A A2 SUBSCRIBE c2",
            "A A3 SUBSCRIBE c3",
            "A A4 GET k4");
    assertThat(told(play)).containsExactly("A:leave", "A:leave-2", "A:leave-3");
    assertThat(play.history().calls()).noneMatch(CallHistory::open);
    assertThat(play.answer("A4")).startsWith("k4@0:default");
    assertThat(play.answer("A:probe-1")).startsWith("probe-A1@0:default");
    assertThat(Oracles.judge(play.history())).isEmpty();
  }

  @Test
  void whoDoesNotHeedItIsToldOnce() {
    Play play =
        Play.once(
            LISTENING,
            new Listening(true),
            Play.scenario("protocol=2 lanes=1", "A A1 SUBSCRIBE c1"));
    assertThat(told(play)).containsExactly("A:leave");
    assertThat(play.history().call("A1").orElseThrow().open()).isTrue();
  }

  private static List<String> told(Play play) {
    return play.history().executions().stream()
        .map(Execution::label)
        .flatMap(label -> label.stream())
        .filter(label -> label.contains(":leave"))
        .toList();
  }

  /** Its session reads on until nothing is subscribed to, and is told from beside to stop. */
  private static final class Listening extends ScriptedDriver {
    private final boolean deaf;

    Listening() {
      this(false);
    }

    Listening(boolean deaf) {
      this.deaf = deaf;
    }

    @Override
    public Client open(Surroundings surroundings) {
      Client plain = super.open(surroundings);
      return new Client() {
        @Override
        public Session session(SessionKind kind) throws Exception {
          var link = new Link(surroundings, diary, true);
          links.add(link);
          return new ListeningSession(link, new BlockingSession(link, Listening.this), deaf);
        }

        @Override
        public void close() throws Exception {
          plain.close();
        }
      };
    }
  }

  private record ListeningSession(Link link, Session plain, boolean deaf) implements Session {
    @Override
    public InFlight start(Command command, Completion completion) throws Exception {
      if (Subscribing.endsBy(command)) {
        link.write(command.words());
        completion.complete(new Outcome.Ok(new Value.Nil()));
        return InFlight.ENDED;
      }
      if (!Subscribing.beginsBy(command)) {
        return plain.start(command, completion);
      }
      link.write(command.words());
      while (deaf || !isLast(link.read())) {
        if (deaf) {
          link.read();
        }
      }
      completion.complete(new Outcome.Ok(new Value.Nil()));
      return InFlight.ENDED;
    }

    private static boolean isLast(RespValue told) {
      return told instanceof RespValue.Array(List<RespValue> items)
          && items.getLast() instanceof RespValue.Int(long left)
          && left == 0;
    }

    @Override
    public boolean usable() {
      return plain.usable();
    }

    @Override
    public void close() throws IOException {
      link.close();
    }
  }
}
