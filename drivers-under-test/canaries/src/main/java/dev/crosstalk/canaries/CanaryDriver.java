package dev.crosstalk.canaries;

import dev.crosstalk.reference.Offer;
import dev.crosstalk.reference.ReferenceFamily;
import dev.crosstalk.reference.platform.Platform;
import dev.crosstalk.spi.Kind;
import java.util.List;

/** The canaries, one variant each. A new one is a class and a line here. */
public final class CanaryDriver extends ReferenceFamily {
  private static final List<Offer> CANARIES =
      List.of(
          Offer.blocking("torn-reply-survives-reconnect", TornReplySurvivesReconnect::new),
          Offer.blocking("late-reply-after-timeout", LateReplyAfterTimeout::new),
          Offer.pipelined("encode-failure-keeps-slot", EncodeFailureKeepsSlot::new),
          Offer.blocking("null-leaves-half-a-command", NullLeavesHalfACommand::new),
          Offer.pipelined("push-eats-a-waiter", PushEatsWaiter::new),
          Offer.pipelined("call-never-completes", CallNeverCompletes::new),
          Offer.blocking("wrong-type", WrongType::new),
          Offer.pipelined("completes-twice", CompletesTwice::new),
          Offer.blocking("stays-broken", StaysBroken::new),
          Offer.transactional("select-survives-return", SelectSurvivesReturn::new),
          Offer.transactional("multi-survives-return", MultiSurvivesReturn::new),
          Offer.blocking("reconnect-forgets-select", ReconnectForgetsSelect::new),
          Offer.blocking("reconnect-forgets-user", ReconnectForgetsUser::new),
          Offer.blocking("reconnect-forgets-name", ReconnectForgetsName::new),
          Offer.blocking("write-sent-again", WriteSentAgain::new),
          Offer.blocking("error-outlives-its-call", ErrorOutlivesItsCall::new),
          Offer.transactional("exec-error-shifts-results", ExecErrorShiftsResults::new),
          Offer.transactional(
              "transaction-goes-on-after-reconnect", TransactionGoesOnAfterReconnect::new),
          Offer.transactional("queueing-failure-shifts-results", QueueingFailureShiftsResults::new),
          Offer.transactional("watch-survives-return", WatchSurvivesReturn::new),
          Offer.transactional("watch-lost-at-reconnect", WatchLostAtReconnect::new),
          Offer.batched("pipeline-stops-at-error", PipelineStopsAtError::new),
          Offer.pipelined("cancel-leaves-its-reply", CancelLeavesItsReply::new),
          Offer.blocking("retry-reads-late-reply", RetryReadsLateReply::new),
          Offer.blocking("interrupt-leaves-reply", InterruptLeavesReply::new),
          Offer.blocking("handshake-reply-counts", HandshakeReplyCounts::new),
          Offer.subscribing("message-taken-for-reply", MessageTakenForReply::new),
          Offer.subscribing("told-twice-after-reconnect", ToldTwiceAfterReconnect::new),
          Offer.pipelined("decode-failure-shifts-replies", DecodeFailureShiftsReplies::new),
          Offer.blocking("half-closed-goes-on-being-used", HalfClosedGoesOnBeingUsed::new),
          Offer.blocking("close-leaves-connection-open", CloseLeavesConnectionOpen::new),
          Offer.blocking("close-leaves-thread-behind", CloseLeavesThreadBehind::new));

  /** On real sockets, found through {@link java.util.ServiceLoader}. */
  public CanaryDriver() {
    this(Platform.REAL);
  }

  public CanaryDriver(Platform platform) {
    super("canaries", Kind.CANARY, CANARIES, platform);
  }
}
