package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.resp.Decoder;
import dev.crosstalk.reference.resp.GarbledReplyException;

/**
 * Reconnects, but keeps the bytes of a torn reply and reads them in front of the new connection's.
 *
 * <p>Models scredis ({@code com.github.scredis:scredis_2.13}, 2.4.3 and before): in its {@code
 * scredis.io.ListenerActor}, {@code remainingByteStringOpt} outlives the connection that is lost.
 * As there, a reply at connect (HELLO, AUTH, SELECT) can swallow the leftover, and nobody looks at
 * the two bytes that end a bulk string.
 *
 * @see <a href="https://github.com/scredis/scredis">scredis</a>
 */
final class TornReplySurvivesReconnect extends BlockingSession {
  private Decoder decoder = new TrustingDecoder();

  TornReplySurvivesReconnect(Setup setup) {
    super(setup);
  }

  /** The defect: the decoder, with what it holds, goes from one connection to the next. */
  @Override
  protected Decoder decoder() {
    return decoder;
  }

  @Override
  protected boolean isNoisy(Connection used) {
    return false;
  }

  /** Bytes that no reply can begin with are thrown away, so that the session recovers. */
  @Override
  protected void failed(Connection used, Throwable failure) {
    super.failed(used, failure);
    if (failure instanceof GarbledReplyException) {
      decoder = new TrustingDecoder();
    }
  }

  private static final class TrustingDecoder extends Decoder {
    @Override
    protected void endBulk(byte first, byte second) {}
  }
}
