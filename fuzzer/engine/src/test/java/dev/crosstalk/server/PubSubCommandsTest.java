package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PubSubCommandsTest {

  @Test
  void confirmsEachChannelByAReplyOfItsOwn() {
    assertThat(Talk.resp2().say("SUBSCRIBE a b a"))
        .isEqualTo(
            "*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n"
                + "*3\r\n$9\r\nsubscribe\r\n$1\r\nb\r\n:2\r\n"
                + "*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:2\r\n");
    assertThat(Talk.resp3().say("PSUBSCRIBE a*"))
        .isEqualTo(">3\r\n$10\r\npsubscribe\r\n$2\r\na*\r\n:1\r\n");
  }

  @Test
  void leavesWhatItIsToldToOrAllThereIs() {
    var talk = Talk.resp2();
    talk.say("SUBSCRIBE a b");
    talk.say("PSUBSCRIBE c*");
    assertThat(talk.say("UNSUBSCRIBE x a"))
        .isEqualTo(
            "*3\r\n$11\r\nunsubscribe\r\n$1\r\nx\r\n:3\r\n"
                + "*3\r\n$11\r\nunsubscribe\r\n$1\r\na\r\n:2\r\n");
    assertThat(talk.say("UNSUBSCRIBE")).isEqualTo("*3\r\n$11\r\nunsubscribe\r\n$1\r\nb\r\n:1\r\n");
    assertThat(talk.say("UNSUBSCRIBE")).isEqualTo("*3\r\n$11\r\nunsubscribe\r\n$-1\r\n:1\r\n");
    assertThat(talk.say("PUNSUBSCRIBE"))
        .isEqualTo("*3\r\n$12\r\npunsubscribe\r\n$2\r\nc*\r\n:0\r\n");
    assertThat(talk.say("GET k")).startsWith("$");
  }

  @Test
  void underResp2ASubscriberMayDoLittleElse() {
    var talk = Talk.resp2();
    talk.say("SUBSCRIBE a");
    assertThat(talk.say("CLIENT ID"))
        .isEqualTo(
            "-ERR Can't execute 'client|id': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT"
                + " / RESET are allowed in this context\r\n");
    assertThat(talk.say("PING")).isEqualTo("*2\r\n$4\r\npong\r\n$0\r\n\r\n");
    assertThat(talk.say("PING x")).isEqualTo("*2\r\n$4\r\npong\r\n$1\r\nx\r\n");
    assertThat(talk.say("RESET")).isEqualTo("+RESET\r\n");
    assertThat(talk.say("PING")).isEqualTo("+PONG\r\n");
    assertThat(talk.beside().say("PUBLISH a m")).isEqualTo(":0\r\n");
  }

  @Test
  void underResp3ASubscriberMayDoAll() {
    var talk = Talk.resp3();
    talk.say("SUBSCRIBE a");
    assertThat(talk.say("PING")).isEqualTo("+PONG\r\n");
    assertThat(talk.say("CLIENT ID")).isEqualTo(":1\r\n");
  }

  @Test
  void aMessageComesForItsChannelAndOnceMoreForEachPattern() {
    var two = Talk.resp2();
    two.say("SUBSCRIBE ab");
    two.say("PSUBSCRIBE a* *c");
    assertThat(two.beside().say("PUBLISH ab m")).isEqualTo(":2\r\n");
    assertThat(two.send(""))
        .isEqualTo(
            "*3\r\n$7\r\nmessage\r\n$2\r\nab\r\n$1\r\nm\r\n"
                + "*4\r\n$8\r\npmessage\r\n$2\r\na*\r\n$2\r\nab\r\n$1\r\nm\r\n");
    var three = Talk.resp3();
    three.say("SUBSCRIBE ab");
    assertThat(three.say("PUBLISH ab m"))
        .as("to oneself, behind the reply")
        .isEqualTo(":1\r\n>3\r\n$7\r\nmessage\r\n$2\r\nab\r\n$1\r\nm\r\n");
  }

  @Test
  void aMessageStandsBeforeRepliesThatNoByteHasLeftOf() {
    var server =
        new Server(
            new IdentitySource(),
            new Accounts(Optional.empty()),
            (connection, words) ->
                words.getFirst().equals("PING") ? Optional.of("A2") : Optional.empty());
    var connection = server.accept();
    connection.receive(Talk.request("SUBSCRIBE", "c").getBytes());
    connection.receive(Talk.request("PING").getBytes());
    connection.gate().take();
    List<Published> published = server.publish("M1", "c", "M1");
    assertThat(published).hasSize(1);
    assertThat(published.getFirst().cause().words()).containsExactly("SUBSCRIBE", "c");
    Gate.Chunk chunk = connection.gate().take().orElseThrow();
    assertThat(chunk.told()).isEqualTo(published);
    assertThat(new String(chunk.bytes()))
        .isEqualTo("*3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$2\r\nM1\r\n");
    server.release("A2");
    assertThat(connection.gate().take()).isPresent();
  }

  @Test
  void aMessageIsHeldAndTornAsARepliesAre() {
    var talk = Talk.resp2();
    talk.say("SUBSCRIBE c");
    talk.server().hold("M1");
    talk.server().publish("M1", "c", "M1");
    assertThat(talk.send("")).isEmpty();
    talk.server().deliverUpTo("M1", 5);
    assertThat(talk.send("")).isEqualTo("*3\r\n$");
    talk.server().release("M1");
    assertThat(talk.send("")).isEqualTo("7\r\nmessage\r\n$1\r\nc\r\n$2\r\nM1\r\n");
  }

  @Test
  void isNotSubscribedInsideATransaction() {
    var talk = Talk.resp3();
    talk.say("MULTI");
    assertThat(talk.say("SUBSCRIBE a")).startsWith("-ERR");
    assertThat(talk.say("EXEC")).startsWith("-EXECABORT");
  }
}
