package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CLIENT and its subcommands byte for byte; error texts are those of a real Redis. */
class ClientCommandsTest {

  @Test
  void aClientHasTheNameItGaveItself() {
    Talk talk = Talk.resp2();
    assertThat(talk.say("CLIENT GETNAME")).isEqualTo("$-1\r\n");
    assertThat(talk.say("client setname me")).isEqualTo("+OK\r\n");
    assertThat(talk.say("CLIENT GETNAME")).isEqualTo("$2\r\nme\r\n");
    assertThat(talk.sayWords("CLIENT", "SETNAME", "")).isEqualTo("+OK\r\n");
    assertThat(talk.say("CLIENT GETNAME")).isEqualTo("$-1\r\n");
  }

  @Test
  void noNameIsANullUnderResp3() {
    assertThat(Talk.resp3().say("CLIENT GETNAME")).isEqualTo("_\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\tb", "a\nb", "é"})
  void refusesANameThatIsNotVisibleAscii(String name) {
    assertThat(Talk.resp2().sayWords("CLIENT", "SETNAME", name))
        .isEqualTo("-ERR Client names cannot contain spaces, newlines or special characters.\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLIENT SETINFO lib-name x",
        "CLIENT SETINFO LIB-VER 1",
        "CLIENT NO-EVICT on",
        "CLIENT NO-TOUCH off",
        "CLIENT TRACKING ON",
        "CLIENT TRACKING off"
      })
  void agreesToWhatDriversSayAtConnect(String line) {
    assertThat(Talk.resp2().say(line)).isEqualTo("+OK\r\n");
    assertThat(Talk.resp3().say(line)).isEqualTo("+OK\r\n");
  }

  @Test
  void aConnectionHasANumber() {
    assertThat(Talk.resp2().say("CLIENT ID")).isEqualTo(":1\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "CLIENT => ERR wrong number of arguments for 'client' command",
        "CLIENT SETNAME => ERR wrong number of arguments for 'client|setname' command",
        "client setname a b => ERR wrong number of arguments for 'client|setname' command",
        "CLIENT ID x => ERR wrong number of arguments for 'client|id' command",
        "CLIENT SETINFO a => ERR wrong number of arguments for 'client|setinfo' command",
        "CLIENT NO-EVICT => ERR wrong number of arguments for 'client|no-evict' command",
        "CLIENT TRACKING => ERR wrong number of arguments for 'client|tracking' command",
        "CLIENT TRACKING maybe => ERR syntax error",
        "CLIENT SETINFO foo a => ERR Unrecognized option 'foo'",
        "CLIENT FOO a => ERR unknown subcommand 'FOO'. Try CLIENT HELP."
      })
  void refusesWhatItDoesNotKnow(String line, String error) {
    assertThat(Talk.resp2().say(line)).isEqualTo("-" + error + "\r\n");
  }
}
