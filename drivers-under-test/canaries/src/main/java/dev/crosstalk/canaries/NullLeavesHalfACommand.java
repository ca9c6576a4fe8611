package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.resp.Encoder;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.UserCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A command is written into the buffer of its connection argument by argument. One that is null is
 * refused there, and what stands before it goes out in front of the next command.
 *
 * <p>Models Jedis 3 ({@code redis.clients:jedis}, up to 3.10.0), with keys or values of bytes.
 *
 * @see <a href="https://github.com/redis/jedis/pull/2210">Jedis pull request 2210</a>
 */
final class NullLeavesHalfACommand extends BlockingSession {
  private final ByteArrayOutputStream left = new ByteArrayOutputStream();

  NullLeavesHalfACommand(Setup setup) {
    super(setup);
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    if (UserCode.givesNull(command)) {
      left.writeBytes(upToTheNull(command));
    }
    return super.start(command, completion);
  }

  private static byte[] upToTheNull(Command command) {
    List<String> words = new ArrayList<>(Command.of(command.name()).words());
    int announced = words.size() + command.arguments().size();
    List<String> given = UserCode.given(command);
    words.addAll(given.subList(0, given.indexOf(null)));
    String whole = new String(Encoder.encode(words), StandardCharsets.ISO_8859_1);
    String behindItsHeader = whole.substring(whole.indexOf('\n') + 1);
    return ("*" + announced + "\r\n" + behindItsHeader + "$").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The defect: nobody has emptied the buffer. */
  @Override
  protected Reply exchange(Connection used, byte[] command) throws IOException {
    left.writeBytes(command);
    byte[] bytes = left.toByteArray();
    left.reset();
    return super.exchange(used, bytes);
  }
}
