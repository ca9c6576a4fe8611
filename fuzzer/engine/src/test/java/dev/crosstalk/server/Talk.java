package dev.crosstalk.server;

import dev.crosstalk.spi.Credentials;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A conversation with one connection of a server whose gate lets everything pass. */
final class Talk {
  static final Credentials ALICE = new Credentials("alice", "secret");

  private final Server server;
  private final ServerConnection connection;

  private Talk(Server server) {
    this.server = server;
    this.connection = server.accept();
  }

  private static Talk with(ValueSource values) {
    return new Talk(
        new Server(
            values, new Accounts(Optional.of(ALICE)), (connection, words) -> Optional.empty()));
  }

  static Talk resp2() {
    return with(new IdentitySource());
  }

  /** With a server that stores; the year is 2001. */
  static Talk storing() {
    return with(new StoreSource(1_000_000_000_000L));
  }

  /** Another connection to the same server. */
  Talk beside() {
    return new Talk(server);
  }

  /** Execution number 1 was the HELLO. */
  static Talk resp3() {
    var talk = resp2();
    talk.say("HELLO 3");
    return talk;
  }

  /** Sends one request of words between blanks; the bytes that come back. */
  String say(String line) {
    return send(request(line.split(" ")));
  }

  /** Sends one request of words between blanks; what it came to. */
  Executed executed(String line) {
    return connection
        .receive(request(line.split(" ")).getBytes(StandardCharsets.ISO_8859_1))
        .getFirst();
  }

  /** Sends one request of these words. */
  String sayWords(String... words) {
    return send(request(words));
  }

  /** Sends bytes, one character each; the bytes that come back. */
  String send(String bytes) {
    connection.receive(bytes.getBytes(StandardCharsets.ISO_8859_1));
    return connection
        .gate()
        .take()
        .map(chunk -> new String(chunk.bytes(), StandardCharsets.ISO_8859_1))
        .orElse("");
  }

  /** What a driver writes for these words, one character a byte. */
  static String request(String... words) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.UTF_8));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.writeBytes(bytes);
      out.writeBytes(new byte[] {'\r', '\n'});
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  boolean closing() {
    return connection.closing();
  }

  List<String> strays() {
    return server.strays();
  }

  Server server() {
    return server;
  }

  ServerConnection connection() {
    return connection;
  }
}
