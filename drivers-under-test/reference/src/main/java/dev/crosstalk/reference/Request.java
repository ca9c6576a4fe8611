package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.Encoder;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A command and how its reply is read.
 *
 * @param reading turns the reply into what the caller gets; throws {@link GarbledReplyException} on
 *     a reply of another type; never sees a {@link Reply.Failure}
 */
public record Request<T>(Command command, Function<Reply, T> reading) {

  /**
   * The bytes to send; each argument passes the user's encoder.
   *
   * @throws UserCode.Failure when that throws
   */
  public byte[] encode() {
    List<String> words = new ArrayList<>(List.of(command.name().split(" ")));
    for (String argument : command.arguments()) {
      words.add(UserCode.encoding(argument));
    }
    return Encoder.encode(words);
  }

  /**
   * What the caller gets.
   *
   * @throws ServerErrorException when the reply is an error
   * @throws GarbledReplyException when it is not of the command's type
   */
  public T read(Reply reply) {
    if (reply instanceof Reply.Failure failure) {
      throw new ServerErrorException(failure.message());
    }
    return reading.apply(reply);
  }
}
