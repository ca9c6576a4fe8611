package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HELLO, AUTH, SELECT, PING, ECHO, QUIT byte for byte; error texts are those of a real Redis. */
class ConnectionCommandsTest {
  private static final String WRONG_PASSWORD =
      "-WRONGPASS invalid username-password pair or user is disabled.\r\n";
  private static final String GREETING =
      "$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.4.2\r\n$5\r\nproto\r\n:P\r\n"
          + "$2\r\nid\r\n:1\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n"
          + "$7\r\nmodules\r\n*0\r\n";

  @Test
  void pingAndEcho() {
    Talk talk = Talk.resp2();
    assertThat(talk.say("PING")).isEqualTo("+PONG\r\n");
    assertThat(talk.say("PING a")).isEqualTo("$1\r\na\r\n");
    assertThat(talk.sayWords("ECHO", "")).isEqualTo("$0\r\n\r\n");
    assertThat(talk.say("PING a b"))
        .isEqualTo("-ERR wrong number of arguments for 'ping' command\r\n");
    assertThat(talk.say("ECHO")).isEqualTo("-ERR wrong number of arguments for 'echo' command\r\n");
  }

  @Test
  void greetsInTheProtocolJustAgreedOn() {
    Talk talk = Talk.resp2();
    assertThat(talk.say("HELLO")).isEqualTo("*14\r\n" + GREETING.replace("P", "2"));
    assertThat(talk.say("HELLO 3")).isEqualTo("%7\r\n" + GREETING.replace("P", "3"));
    assertThat(talk.say("HELLO")).isEqualTo("%7\r\n" + GREETING.replace("P", "3"));
    assertThat(talk.say("HELLO 2")).isEqualTo("*14\r\n" + GREETING.replace("P", "2"));
  }

  @Test
  void helloLogsInAndNamesTheClient() {
    Talk talk = Talk.resp2();
    talk.say("HELLO 3 AUTH alice secret SETNAME me");
    assertThat(talk.say("GET k")).isEqualTo("$11\r\nk@0:alice#2\r\n");
    assertThat(talk.say("CLIENT GETNAME")).isEqualTo("$2\r\nme\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "HELLO 4 => NOPROTO unsupported protocol version",
        "HELLO 1 => NOPROTO unsupported protocol version",
        "HELLO -3 => NOPROTO unsupported protocol version",
        "HELLO x => ERR Protocol version is not an integer or out of range",
        "HELLO 03 => ERR Protocol version is not an integer or out of range",
        "HELLO 3 FOO => ERR Syntax error in HELLO option 'FOO'",
        "HELLO 3 AUTH a => ERR Syntax error in HELLO option 'AUTH'",
        "HELLO 3 SETNAME => ERR Syntax error in HELLO option 'SETNAME'",
        "HELLO 3 AUTH nobody x"
            + " => WRONGPASS invalid username-password pair or user is disabled.",
        "HELLO 3 AUTH alice wrong SETNAME me"
            + " => WRONGPASS invalid username-password pair or user is disabled."
      })
  void aRefusedHelloChangesNothing(String line, String error) {
    Talk talk = Talk.resp2();
    assertThat(talk.say(line)).isEqualTo("-" + error + "\r\n");
    assertThat(talk.say("CLIENT GETNAME")).isEqualTo("$-1\r\n");
    assertThat(talk.say("GET k")).isEqualTo("$13\r\nk@0:default#3\r\n");
  }

  @Test
  void helloTakesNoNameWithBlanks() {
    assertThat(Talk.resp2().sayWords("HELLO", "3", "SETNAME", "a b"))
        .isEqualTo("-ERR Client names cannot contain spaces, newlines or special characters.\r\n");
  }

  @Test
  void anotherConnectionHasNoName() {
    Talk talk = Talk.resp2();
    talk.say("CLIENT SETNAME me");
    assertThat(talk.beside().say("CLIENT GETNAME")).isEqualTo("$-1\r\n");
    assertThat(talk.say("CLIENT GETNAME")).isEqualTo("$2\r\nme\r\n");
  }

  @Test
  void anExecutionSaysUnderWhichNameItRan() {
    Talk talk = Talk.resp2();
    assertThat(talk.executed("CLIENT SETNAME me").origin().clientName()).isEmpty();
    talk.say("MULTI");
    talk.say("GET k");
    Executed exec = talk.executed("EXEC");
    assertThat(exec.origin().clientName()).isEqualTo("me");
    assertThat(exec.inside().getFirst().origin().clientName()).isEqualTo("me");
  }

  @Test
  void authKnowsTheDefaultUserAndOneOther() {
    Talk talk = Talk.resp2();
    assertThat(talk.say("AUTH alice secret")).isEqualTo("+OK\r\n");
    assertThat(talk.say("AUTH alice wrong")).isEqualTo(WRONG_PASSWORD);
    assertThat(talk.say("AUTH nobody secret")).isEqualTo(WRONG_PASSWORD);
    assertThat(talk.say("GET k")).isEqualTo("$11\r\nk@0:alice#4\r\n");
    assertThat(talk.say("AUTH default anything")).isEqualTo("+OK\r\n");
    assertThat(talk.say("GET k")).isEqualTo("$13\r\nk@0:default#6\r\n");
  }

  @Test
  void authRefusesOtherNumbersOfArguments() {
    Talk talk = Talk.resp2();
    assertThat(talk.say("AUTH")).isEqualTo("-ERR wrong number of arguments for 'auth' command\r\n");
    assertThat(talk.say("AUTH a b c")).isEqualTo("-ERR syntax error\r\n");
    assertThat(talk.say("AUTH x"))
        .isEqualTo(
            "-ERR AUTH <password> called without any password configured for the default user."
                + " Are you sure your configuration is correct?\r\n");
  }

  @Test
  void selectKnowsSixteenDatabases() {
    Talk talk = Talk.resp2();
    assertThat(talk.say("SELECT 15")).isEqualTo("+OK\r\n");
    assertThat(talk.say("SELECT 16")).isEqualTo("-ERR DB index is out of range\r\n");
    assertThat(talk.say("SELECT -1")).isEqualTo("-ERR DB index is out of range\r\n");
    assertThat(talk.say("SELECT x")).isEqualTo("-ERR value is not an integer or out of range\r\n");
    assertThat(talk.say("SELECT"))
        .isEqualTo("-ERR wrong number of arguments for 'select' command\r\n");
    assertThat(talk.say("GET k")).isEqualTo("$14\r\nk@15:default#6\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUIT", "QUIT now"})
  void quitAnswersAndCloses(String line) {
    Talk talk = Talk.resp2();
    assertThat(talk.closing()).isFalse();
    assertThat(talk.say(line)).isEqualTo("+OK\r\n");
    assertThat(talk.closing()).isTrue();
  }

  @Test
  void whatFollowsAQuitIsNotLookedAt() {
    Talk talk = Talk.resp2();
    String piped = Talk.request("GET", "k") + Talk.request("QUIT") + Talk.request("PING");
    assertThat(talk.send(piped)).isEqualTo("$13\r\nk@0:default#1\r\n+OK\r\n");
    assertThat(talk.say("PING")).isEmpty();
  }
}
