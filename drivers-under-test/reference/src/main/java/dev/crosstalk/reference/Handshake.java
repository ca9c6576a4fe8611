package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.Encoder;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a connection says before its first command, one round trip each: {@code HELLO 3}, with the
 * credentials and its name if there are any, or {@code AUTH} and {@code CLIENT SETNAME} under
 * RESP2; then {@code SELECT} if the database is not 0.
 *
 * @see <a href="https://redis.io/docs/latest/commands/hello/">HELLO</a>
 */
final class Handshake {

  private Handshake() {}

  /**
   * @throws NotConnectedException when the server answers with an error
   */
  static void perform(Connection connection, Settings settings) throws IOException {
    for (List<String> words : commands(settings)) {
      Reply reply = connection.exchange(Encoder.encode(words));
      if (reply instanceof Reply.Failure failure) {
        throw new NotConnectedException(
            words.getFirst() + " at connect was answered " + failure.message());
      }
      if (!(words.getFirst().equals("HELLO") ? reply instanceof Reply.Pairs : isOk(reply))) {
        throw new GarbledReplyException(words.getFirst() + " was answered " + reply);
      }
    }
  }

  static List<List<String>> commands(Settings settings) {
    var commands = new ArrayList<List<String>>();
    if (settings.protocol() == Protocol.RESP3) {
      commands.add(hello(settings));
    } else {
      settings
          .credentials()
          .ifPresent(found -> commands.add(List.of("AUTH", found.user(), found.password())));
      settings.clientName().ifPresent(name -> commands.add(List.of("CLIENT", "SETNAME", name)));
    }
    if (settings.database() != 0) {
      commands.add(List.of("SELECT", Integer.toString(settings.database())));
    }
    return commands;
  }

  private static List<String> hello(Settings settings) {
    var words = new ArrayList<>(List.of("HELLO", "3"));
    settings
        .credentials()
        .ifPresent(found -> words.addAll(List.of("AUTH", found.user(), found.password())));
    settings.clientName().ifPresent(name -> words.addAll(List.of("SETNAME", name)));
    return words;
  }

  private static boolean isOk(Reply reply) {
    return reply instanceof Reply.Simple simple && simple.text().equals("OK");
  }
}
