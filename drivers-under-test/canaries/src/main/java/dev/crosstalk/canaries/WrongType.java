package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Request;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.resp.Decoder;
import dev.crosstalk.reference.resp.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A RESP3 map that does not come in one read is handed out as a flat list of keys and values.
 *
 * <p>Models two documented bugs in one: maps handed out as flat lists, in the first RESP3 reader of
 * Jedis, and replies misread because they came in more than one read, in hiredis.
 *
 * @see <a href="https://github.com/redis/jedis/pull/3456">Jedis pull request 3456, the fix</a>
 * @see <a href="https://github.com/redis/hiredis/issues/85">hiredis issue 85</a>
 */
final class WrongType extends BlockingSession {
  private InterruptedDecoder decoder = new InterruptedDecoder();

  WrongType(Setup setup) {
    super(setup);
  }

  @Override
  protected Decoder decoder() {
    decoder = new InterruptedDecoder();
    return decoder;
  }

  /** The defect: what was begun twice is no longer known for a map. */
  @Override
  protected Object read(Request<?> request, Reply reply) {
    Object value = super.read(request, reply);
    if (decoder.begunTwice && reply instanceof Reply.Pairs && value instanceof Map<?, ?> map) {
      return map.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toList();
    }
    return value;
  }

  /** Remembers whether the last reply had come in part only when it was first begun. */
  private static final class InterruptedDecoder extends Decoder {
    private boolean inPart;
    private boolean begunTwice;

    @Override
    public Optional<Reply> next() {
      Optional<Reply> reply = super.next();
      if (reply.isPresent()) {
        begunTwice = inPart;
      }
      inPart = reply.isEmpty() && holdsPartOfReply();
      return reply;
    }
  }
}
