package dev.crosstalk.reference;

import dev.crosstalk.reference.platform.Timers.Alarm;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One call in a pipeline. It ends once, whoever comes first: its reply, its timer, its caller, who
 * has its future in hand, or the loss of its connection. Ended early it keeps its place in the
 * queue and takes the reply that still comes, so that nobody else does.
 */
public final class Waiter implements InFlight {
  private final Request<?> request;
  private final Completion completion;

  /** The caller's: whoever completes it ends the call. Of an {@link Outcome}, if it is by us. */
  private final CompletableFuture<Object> future = new CompletableFuture<>();

  private volatile Alarm alarm = () -> {};
  private volatile boolean sent;
  private byte[] bytes = {};

  Waiter(Request<?> request, Completion completion) {
    this.request = request;
    this.completion = completion;
    this.future.whenComplete(this::report);
  }

  private void report(Object end, Throwable failure) {
    disarm();
    if (failure != null) {
      completion.complete(Failures.MAP.outcomeOf(failure));
    } else {
      completion.complete(end instanceof Outcome ours ? ours : new Outcome.Ok(Value.of(end)));
    }
  }

  public Command command() {
    return request.command();
  }

  /** The bytes to send; each argument passes the user's encoder. */
  public byte[] encode() {
    return request.encode();
  }

  /** Where the call reports. Whoever goes round {@link #end} may report a second time. */
  public Completion completion() {
    return completion;
  }

  /** What a reply means to this call. */
  public Outcome outcomeOf(Reply reply) {
    try {
      return new Outcome.Ok(Value.of(request.read(reply)));
    } catch (RuntimeException failure) {
      return Failures.MAP.outcomeOf(failure);
    }
  }

  /**
   * What replies mean to calls, one each.
   *
   * @throws GarbledReplyException when that is not their number, or one is not of its type
   */
  static List<Outcome> outcomesOf(List<Waiter> calls, List<Reply> replies) {
    if (replies.size() != calls.size()) {
      throw new GarbledReplyException(replies.size() + " replies to " + calls.size() + " calls");
    }
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < calls.size(); i++) {
      Outcome outcome = calls.get(i).outcomeOf(replies.get(i));
      if (outcome instanceof Outcome.Garbled) {
        throw new GarbledReplyException("a reply that is not of its type: " + replies.get(i));
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }

  /**
   * Ends the call, unless it has ended.
   *
   * @return whether it was this that ended it
   */
  public boolean end(Outcome outcome) {
    return future.complete(outcome);
  }

  boolean fail(Throwable failure) {
    return end(Failures.MAP.outcomeOf(failure));
  }

  @Override
  public void cancel() {
    InFlight.of(future).cancel();
  }

  @Override
  public void giveUp() {
    InFlight.of(future).giveUp();
  }

  @Override
  public void complete(CallersWord word) {
    InFlight.of(future).complete(word);
  }

  /** Whether the call has ended, so that its reply is nobody's. */
  public boolean hasEnded() {
    return future.isDone();
  }

  void arm(Alarm timeout) {
    alarm = timeout;
  }

  /** Calls the timer off: the call has ended, or is about to. */
  public void disarm() {
    alarm.callOff();
  }

  /** Keeps the encoded command until the connection is open; only under the pipeline's lock. */
  void keep(byte[] encoded) {
    bytes = encoded;
  }

  byte[] kept() {
    return bytes;
  }

  void markSent() {
    sent = true;
    bytes = new byte[0];
  }

  boolean isSent() {
    return sent;
  }
}
