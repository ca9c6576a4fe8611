package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.Encoder;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline on which calls also subscribe. What is confirmed ends the call that asked for it, what
 * was published goes to the listener, whose failing harms nobody. Under RESP3 both come as pushes,
 * under RESP2 as arrays, which can be nothing else while the connection is subscribed.
 *
 * <p>A new connection subscribes again to what was confirmed on the one before.
 *
 * @see <a href="https://redis.io/docs/latest/develop/interact/pubsub/">Pub/Sub</a>
 */
public class SubscribingPipeline extends Pipeline {
  private final Setup setup;
  private final Subscriptions wanted;

  /** As confirmed on this connection. Touched by its reader alone, as all below. */
  private final Subscriptions here = new Subscriptions();

  /** Confirmations that nobody waits for, since this pipeline has asked for them itself. */
  private int unasked;

  /** How many more the first of the row waits for; 0 before the first of them. */
  private int confirmationsLeft;

  public SubscribingPipeline(Setup setup) {
    super(setup);
    this.setup = setup;
    this.wanted = setup.subscriptions();
  }

  @Override
  protected void opened(Connection connection) throws IOException {
    for (List<String> words : wanted.commands()) {
      unasked += words.size() - 1;
      connection.send(Encoder.encode(words));
    }
  }

  @Override
  protected void deliver(Reply reply) {
    switch (reply) {
      case Reply.Push(List<Reply> elements) -> {
        if (!told(elements)) {
          super.deliver(reply);
        }
      }
      case Reply.Items(List<Reply> elements) when isNobodysReply() -> {
        if (!told(elements)) {
          throw new GarbledReplyException("a subscriber was told " + reply);
        }
      }
      default -> super.deliver(reply);
    }
  }

  /** Whether an array is what RESP2 has for pushes. */
  private boolean isNobodysReply() {
    return setup.settings().protocol() == Protocol.RESP2
        && (!here.isEmpty() || unasked > 0 || first().filter(this::subscribes).isPresent());
  }

  private boolean subscribes(Waiter waiter) {
    return Subscribing.isBy(waiter.command());
  }

  private boolean told(List<Reply> elements) {
    if (!(elements.getFirst() instanceof Reply.Bulk(String kind))) {
      return false;
    }
    switch (kind) {
      case "message" -> tell(Optional.empty(), text(elements.get(1)), text(elements.get(2)));
      case "pmessage" ->
          tell(Optional.of(text(elements.get(1))), text(elements.get(2)), text(elements.get(3)));
      case "pong" -> super.deliver(new Reply.Simple("PONG"));
      case "subscribe", "psubscribe", "unsubscribe", "punsubscribe" ->
          confirmed(kind, elements.get(1));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String text(Reply reply) {
    return Readings.bulk(reply);
  }

  /** A message came. */
  protected void tell(Optional<String> pattern, String channel, String message) {
    try {
      setup.listener().message(pattern, channel, message);
    } catch (RuntimeException ofTheUser) {
      // Whoever listens next, and whoever waits for a reply, is not to suffer for it.
    }
  }

  private void confirmed(String kind, Reply name) {
    if (unasked > 0) {
      unasked--;
    } else if (confirmationsLeft == 0) {
      Waiter waiter =
          first()
              .filter(this::subscribes)
              .orElseThrow(() -> new GarbledReplyException(kind + " that nobody asked for"));
      int names = waiter.command().arguments().size();
      confirmationsLeft = names > 0 ? names : Math.max(1, here.count(waiter.command().name()));
    }
    if (name instanceof Reply.Bulk(String channel)) {
      here.note(kind, channel);
      wanted.note(kind, channel);
    }
    if (confirmationsLeft > 0 && --confirmationsLeft == 0) {
      takeFirst().ifPresent(waiter -> waiter.end(new Outcome.Ok(new Value.Nil())));
    }
  }
}
