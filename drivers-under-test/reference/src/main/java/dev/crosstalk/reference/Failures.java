package dev.crosstalk.reference;

import dev.crosstalk.spi.FailureMap;
import dev.crosstalk.spi.Outcome;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/**
 * The reference's exceptions as outcomes. {@link
 * dev.crosstalk.reference.resp.GarbledReplyException} has no row: what is not known is garbled.
 */
final class Failures {

  static final FailureMap MAP =
      new FailureMap()
          .serverErrors(ServerErrorException.class)
          .when(SocketTimeoutException.class, Outcome.TimedOut::new)
          .when(TimeoutException.class, Outcome.TimedOut::new)
          .when(CancellationException.class, Outcome.Cancelled::new)
          .when(NotConnectedException.class, Outcome.Refused::new)
          .when(IOException.class, Outcome.ConnectionLost::new);

  private Failures() {}
}
