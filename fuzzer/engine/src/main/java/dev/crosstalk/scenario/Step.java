package dev.crosstalk.scenario;

import dev.crosstalk.resp.Corruption;
import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One atomic thing a lane, the clock or the server does. After a step the world settles, unless the
 * step is marked {@link #atOnce()}.
 */
public sealed interface Step {

  /** Whether the next step follows before the world has settled. */
  default boolean atOnce() {
    return false;
  }

  /** The same step, settled or not; a step that settles by its nature stays as it is. */
  default Step atOnce(boolean flag) {
    return this;
  }

  /** What a lane does. */
  sealed interface ClientStep extends Step {
    Lane lane();
  }

  /** What the server does. */
  sealed interface ServerStep extends Step {}

  /** Starts a command without waiting for it. On a lane that is busy it queues. */
  record Start(Label label, Command command, boolean atOnce) implements ClientStep {
    public Start {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(command, "command");
    }

    @Override
    public Lane lane() {
      return label.lane();
    }

    @Override
    public Step atOnce(boolean flag) {
      return new Start(label, command, flag);
    }
  }

  /** Waits until a call has ended; lets out what is owed up to its reply, unless that is held. */
  record Await(Label label) implements ClientStep {
    @Override
    public Lane lane() {
      return label.lane();
    }
  }

  /** Cancels a call that is in flight. */
  record Cancel(Label label, boolean atOnce) implements ClientStep {
    @Override
    public Lane lane() {
      return label.lane();
    }

    @Override
    public Step atOnce(boolean flag) {
      return new Cancel(label, flag);
    }
  }

  /**
   * The caller of a call waits for its future no longer, as by a {@code get} with a timeout: the
   * call runs on, and the driver is not told.
   */
  record GiveUp(Label label, boolean atOnce) implements ClientStep {
    @Override
    public Lane lane() {
      return label.lane();
    }

    @Override
    public Step atOnce(boolean flag) {
      return new GiveUp(label, flag);
    }
  }

  /** The caller's own timeout completes the driver's future, in the driver's place. */
  record Complete(Label label, CallersWord with, boolean atOnce) implements ClientStep {
    public Complete {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(with, "with");
    }

    @Override
    public Lane lane() {
      return label.lane();
    }

    @Override
    public Step atOnce(boolean flag) {
      return new Complete(label, with, flag);
    }
  }

  /** Interrupts the thread of a lane that blocks on a session of its own. */
  record Interrupt(Lane lane, boolean atOnce) implements ClientStep {
    @Override
    public Step atOnce(boolean flag) {
      return new Interrupt(lane, flag);
    }
  }

  /** The caller stops waiting: the old thread keeps the old session, the lane goes on anew. */
  record WalkAway(Lane lane, boolean atOnce) implements ClientStep {
    @Override
    public Step atOnce(boolean flag) {
      return new WalkAway(lane, flag);
    }
  }

  /**
   * Somebody closes the client, whatever is in flight; the calls of all lanes must end. The next
   * call of any lane opens a new one.
   */
  record CloseClient(Lane lane, boolean atOnce) implements ClientStep {
    @Override
    public Step atOnce(boolean flag) {
      return new CloseClient(lane, flag);
    }
  }

  /**
   * The lane's session is closed, as by a user who is done with it: what it borrowed goes back. The
   * next call takes another. On a busy lane it queues.
   */
  record GiveBack(Lane lane, boolean atOnce) implements ClientStep {
    @Override
    public Step atOnce(boolean flag) {
      return new GiveBack(lane, flag);
    }
  }

  /** One timeout period passes, whether or not a call ends by it. */
  record Expire() implements Step {}

  /** The clock moves to the timer that is due next, be it a timeout or a pause to reconnect. */
  record Tick() implements Step {}

  /**
   * Writes choices of the world while the next step runs and settles: each says which of the
   * options there are is taken, counted from 0. Worlds that do not choose pass over it.
   *
   * @param options at least one, each 0 to {@link #OPTION_MAX}
   */
  record Choose(List<Integer> options) implements Step {
    public static final int OPTION_MAX = 9999;

    public Choose {
      options = List.copyOf(options);
      if (options.isEmpty() || options.stream().anyMatch(it -> it < 0 || it > OPTION_MAX)) {
        throw new IllegalArgumentException(
            "choices " + options + " are not one or more from 0 to " + OPTION_MAX);
      }
    }
  }

  /** From now on the reply to a call leaves only by deliver, tear, release, or by healing. */
  record Hold(Label label) implements ServerStep {}

  /** Lets out so many more bytes of the reply to a call, and all that is owed before them. */
  record Deliver(Label label, int bytes, boolean atOnce) implements ServerStep {
    public Deliver {
      Objects.requireNonNull(label, "label");
      if (bytes < 1 || bytes > Cut.BYTES_MAX) {
        throw new IllegalArgumentException(bytes + " bytes is not from 1 to " + Cut.BYTES_MAX);
      }
    }

    @Override
    public Step atOnce(boolean flag) {
      return new Deliver(label, bytes, flag);
    }
  }

  /** Lets out the reply to a call up to a cut, and then, if so said, ends its connection. */
  record Tear(Label label, Cut cut, Optional<Ending> then, boolean atOnce) implements ServerStep {
    public Tear {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(cut, "cut");
      Objects.requireNonNull(then, "then");
    }

    @Override
    public Step atOnce(boolean flag) {
      return new Tear(label, cut, then, flag);
    }
  }

  /** Lets out the reply to a call whole, and all that is owed before it; ends its hold. */
  record Release(Label label, boolean atOnce) implements ServerStep {
    @Override
    public Step atOnce(boolean flag) {
      return new Release(label, flag);
    }
  }

  /**
   * The next request of a call is answered with an error, where a correct server could answer it
   * so. Stands before the request arrives.
   */
  record Answer(Label label, ErrorCode error) implements ServerStep {}

  /**
   * ILLEGAL: the reply to a call, of which nothing has been let out, is replaced by bytes that no
   * correct server sends. What comes over this connection is not judged from then on.
   */
  record Corrupt(Label label, Corruption how) implements ServerStep {
    public Corrupt {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(how, "how");
    }
  }

  /** Ends the newest connection that a lane's calls went over; what it still owed is lost. */
  record End(Lane lane, Ending how, boolean atOnce) implements ServerStep {
    public End {
      Objects.requireNonNull(lane, "lane");
      Objects.requireNonNull(how, "how");
    }

    @Override
    public Step atOnce(boolean flag) {
      return new End(lane, how, flag);
    }
  }

  /** The next connection is accepted, but nothing on it is answered until healing. */
  record Stall() implements ServerStep {}

  /** The next connection is taken by the kernel and reset at once, before it is answered. */
  record Refuse() implements ServerStep {}

  /**
   * The peer of the newest connection of a lane is gone without a FIN: bytes are taken and never
   * answered, and nothing more comes. Healing does not revive it.
   */
  record Lose(Lane lane, boolean atOnce) implements ServerStep {
    @Override
    public Step atOnce(boolean flag) {
      return new Lose(lane, flag);
    }
  }

  /** The next connection is lost from its handshake on. */
  record LoseNext() implements ServerStep {}

  /** The server shuts its output on the newest connection of a lane, and still reads. */
  record HalfClose(Lane lane, boolean atOnce) implements ServerStep {
    @Override
    public Step atOnce(boolean flag) {
      return new HalfClose(lane, flag);
    }
  }

  /** From now on the server takes no bytes from the newest connection of a lane. */
  record StopReading(Lane lane, boolean atOnce) implements ServerStep {
    @Override
    public Step atOnce(boolean flag) {
      return new StopReading(lane, flag);
    }
  }

  /** The server takes bytes again from the newest connection of a lane that it had not read. */
  record ReadAgain(Lane lane, boolean atOnce) implements ServerStep {
    @Override
    public Step atOnce(boolean flag) {
      return new ReadAgain(lane, flag);
    }
  }

  /** The next connection waits, made by the kernel, until a step or healing accepts it. */
  record DelayAccept() implements ServerStep {}

  /** The oldest connection that waits to be accepted is. */
  record Accept(boolean atOnce) implements ServerStep {
    @Override
    public Step atOnce(boolean flag) {
      return new Accept(flag);
    }
  }

  /** Every connection ends; what the server knew of them, and what it owed, is lost. */
  record Restart(Ending how, boolean atOnce) implements ServerStep {
    public Restart {
      Objects.requireNonNull(how, "how");
    }

    @Override
    public Step atOnce(boolean flag) {
      return new Restart(how, flag);
    }
  }

  /**
   * Somebody publishes a message: it comes to every connection that is subscribed to its channel,
   * or to a pattern of it, between what is queued there. Its label stands in server steps where a
   * call's does, and it leaves by itself unless that is held.
   *
   * @param label also what the message begins with, so that no two are the same
   * @param body what follows in the message; may be empty
   */
  record Publish(Label label, String channel, String body, boolean atOnce) implements ServerStep {
    public Publish {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(body, "body");
    }

    public String message() {
      return label + body;
    }

    @Override
    public Step atOnce(boolean flag) {
      return new Publish(label, channel, body, flag);
    }
  }

  /**
   * An invalidation arrives on the newest connection of a lane, between what is queued there. Does
   * nothing where tracking is not on, or the key has not been read since it was told of last.
   *
   * @param key one that was changed elsewhere; empty for all (a FLUSHALL elsewhere)
   */
  record Push(Lane lane, Optional<String> key, boolean atOnce) implements ServerStep {
    public Push {
      Objects.requireNonNull(lane, "lane");
      Objects.requireNonNull(key, "key");
    }

    /** Of all keys. */
    public Push(Lane lane, boolean atOnce) {
      this(lane, Optional.empty(), atOnce);
    }

    @Override
    public Step atOnce(boolean flag) {
      return new Push(lane, key, flag);
    }
  }
}
