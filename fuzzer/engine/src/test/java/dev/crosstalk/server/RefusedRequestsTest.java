package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unknown commands and bytes that are no request, as a real Redis refuses them. */
class RefusedRequestsTest {
  private final Talk talk = Talk.resp2();

  @Test
  void namesAnUnknownCommandAndItsArguments() {
    assertThat(talk.say("FOO a b"))
        .isEqualTo("-ERR unknown command 'FOO', with args beginning with: 'a' 'b' \r\n");
    assertThat(talk.say("foo"))
        .isEqualTo("-ERR unknown command 'foo', with args beginning with: \r\n");
    assertThat(talk.strays()).containsExactly("connection 1: FOO a b", "connection 1: foo");
  }

  @Test
  void keepsAnErrorOnOneLineWhateverWasAsked() {
    assertThat(talk.sayWords("foo\r\nbar", "a\nb"))
        .isEqualTo("-ERR unknown command 'foo  bar', with args beginning with: 'a b' \r\n");
    assertThat(talk.sayWords("CLIENT", "foo\r\nbar"))
        .isEqualTo("-ERR unknown subcommand 'foo  bar'. Try CLIENT HELP.\r\n");
    assertThat(talk.sayWords("HELLO", "2", "x\ny"))
        .isEqualTo("-ERR Syntax error in HELLO option 'x y'\r\n");
  }

  @Test
  void quotesNoMoreThanTheBeginning() {
    assertThat(talk.sayWords("F".repeat(200), "a".repeat(200), "b"))
        .isEqualTo(
            "-ERR unknown command '"
                + "F".repeat(128)
                + "', with args beginning with: '"
                + "a".repeat(128)
                + "' \r\n");
    String ten = "abcdefghij";
    assertThat(talk.sayWords("FOO", ten, ten, ten, ten, ten, ten, ten, ten, ten, ten, ten, ten))
        .isEqualTo(
            "-ERR unknown command 'FOO', with args beginning with: "
                + ("'" + ten + "' ").repeat(10)
                + "\r\n");
  }

  @Test
  void quotesNoHalfCharacter() {
    String crabs = "🦀".repeat(100);
    assertThat(talk.sayWords("a" + crabs, "a" + crabs)).startsWith("-ERR unknown command 'a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "*1~:1~ => expected '$', got ':'",
        "*1~$x~ => invalid bulk length",
        "*x~ => invalid multibulk length",
        "SET 'a~ => unbalanced quotes in request"
      })
  void answersWhatIsNoRequestAndCloses(String bytes, String problem) {
    String ping = Talk.request("PING");
    assertThat(talk.send(ping + bytes.replace("~", "\r\n") + ping))
        .isEqualTo("+PONG\r\n-ERR Protocol error: " + problem + "\r\n");
    assertThat(talk.closing()).isTrue();
    assertThat(talk.say("PING")).isEmpty();
    assertThat(talk.strays()).containsExactly("connection 1: Protocol error: " + problem);
  }

  @Test
  void tellsOfTheRefusalAsOfAnyExecutionSinceItsReplyLeaves() {
    var executed = talk.connection().receive("*1\r\n:1\r\n".getBytes());
    assertThat(executed).hasSize(1);
    assertThat(executed.getFirst().words()).containsExactly("(malformed)");
    assertThat(executed.getFirst().label()).isEmpty();
    assertThat(new String(executed.getFirst().replyBytes()))
        .isEqualTo("-ERR Protocol error: expected '$', got ':'\r\n");
  }

  @Test
  void readsRequestsHoweverTheyArrive() {
    var replies = new StringBuilder();
    for (char one : (Talk.request("GET", "a") + "PING\r\n").toCharArray()) {
      replies.append(talk.send(String.valueOf(one)));
    }
    assertThat(replies.toString()).isEqualTo("$13\r\na@0:default#1\r\n+PONG\r\n");
  }
}
