package dev.crosstalk.replay;

import dev.crosstalk.history.Subject;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.FailureMap;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

/** As plain as a driver can be, and it keeps a diary. Tests plant what they need on top. */
class ScriptedDriver implements Driver {
  static final Set<String> COMMANDS =
      Set.of("GET", "SET", "MGET", "INCR", "LRANGE", "ECHO", "PING", "CLIENT TRACKING");

  /** Blocks, without a timeout: a call waits until the server has answered or ended it. */
  static final Variant PATIENT =
      Variant.named("patient").can(Capability.RESP3).commands(COMMANDS).build();

  /** Blocks, and gives a read no more than the timeout. */
  static final Variant PLAIN =
      Variant.named("plain").can(Capability.RESP3).commands(COMMANDS).build();

  /** One connection with a reader for all lanes; whoever calls has the future in hand. */
  static final Variant ASYNC =
      Variant.named("async")
          .async()
          .shared()
          .timeoutPerCall()
          .can(Capability.RESP3, Capability.CANCEL, Capability.FUTURES)
          .commands(COMMANDS)
          .build();

  /** Gathers what EXECUTE sends. */
  static final Variant GATHERING =
      Variant.named("gathering").pipeline().can(Capability.RESP3).commands(COMMANDS).build();

  /** As plain, with transactions: a call in one comes to that it is queued. */
  static final Variant QUEUEING =
      Variant.named("queueing").transaction().can(Capability.RESP3).commands(COMMANDS).build();

  private static final FailureMap FAILURES =
      new FailureMap()
          .when(SocketTimeoutException.class, Outcome.TimedOut::new)
          .when(CancellationException.class, Outcome.Cancelled::new)
          .when(IOException.class, Outcome.ConnectionLost::new);

  final Diary diary = new Diary();
  final List<Link> links = new CopyOnWriteArrayList<>();

  @Override
  public Declaration declaration() {
    return new Declaration(
        "scripted", "1.0", Kind.REFERENCE, List.of(PATIENT, PLAIN, ASYNC, GATHERING, QUEUEING));
  }

  Subject subject(Variant variant) {
    return new Subject("scripted", "1.0", Kind.REFERENCE, variant);
  }

  @Override
  public Client open(Surroundings surroundings) {
    return new Client() {
      @Override
      public Session session(SessionKind kind) throws Exception {
        boolean patient =
            surroundings.variant().equals(PATIENT.name())
                || surroundings.variant().equals(ASYNC.name());
        var link = new Link(surroundings, diary, patient);
        links.add(link);
        if (kind == SessionKind.PIPELINE) {
          return new GatheringSession(link, ScriptedDriver.this);
        }
        return surroundings.variant().equals(ASYNC.name())
            ? new AsyncSession(link, surroundings.settings().timeout(), ScriptedDriver.this)
            : new BlockingSession(link, ScriptedDriver.this);
      }

      @Override
      public void close() throws IOException {
        for (Link link : links) {
          closeLink(link);
        }
      }
    };
  }

  /** Before a command is written, on the thread that starts it. */
  void beforeAsking(Command command, Link link) throws Exception {}

  /** What a call reports to. */
  Completion reportingTo(Completion completion) {
    return completion;
  }

  void closeLink(Link link) throws IOException {
    link.close();
  }

  @Override
  public Outcome outcomeOf(Throwable failure) {
    return FAILURES.outcomeOf(failure);
  }

  static Outcome outcomeOf(RespValue reply) {
    return reply instanceof RespValue.SimpleError error
        ? new Outcome.ServerError(error.text())
        : new Outcome.Ok(valueOf(reply));
  }

  private static Value valueOf(RespValue reply) {
    return switch (reply) {
      case RespValue.SimpleString text -> new Value.Text(text.text());
      case RespValue.Bulk bulk -> new Value.Text(bulk.bytes().utf8());
      case RespValue.Int number -> new Value.Number(number.value());
      case RespValue.Array(List<RespValue> items) ->
          new Value.Items(items.stream().map(ScriptedDriver::valueOf).toList());
      default -> new Value.Foreign("reply", reply.toString());
    };
  }
}
