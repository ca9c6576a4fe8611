package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strings that are stored, as a real Redis answers; identities are in {@link KeyCommandsTest}. */
class StringCommandsTest {
  private final Talk talk = Talk.storing();

  @Test
  void setKeepsAndEndsTypes() {
    assertThat(talk.say("GET a")).isEqualTo("$-1\r\n");
    talk.say("RPUSH a x");
    assertThat(talk.say("GET a"))
        .isEqualTo("-WRONGTYPE Operation against a key holding the wrong kind of value\r\n");
    assertThat(talk.say("MGET a b")).isEqualTo("*2\r\n$-1\r\n$-1\r\n");
    assertThat(talk.say("SET a v")).isEqualTo("+OK\r\n");
    assertThat(talk.say("GETDEL a")).isEqualTo("$1\r\nv\r\n");
    assertThat(talk.say("EXISTS a")).isEqualTo(":0\r\n");
  }

  @Test
  void setOnConditionAnswersNullWhenItDoesNot() {
    assertThat(talk.say("SET a 1 XX")).isEqualTo("$-1\r\n");
    assertThat(talk.say("SET a 1 nx")).isEqualTo("+OK\r\n");
    assertThat(talk.say("SET a 2 NX GET")).isEqualTo("$1\r\n1\r\n");
    assertThat(talk.say("SET a 3 XX GET")).isEqualTo("$1\r\n1\r\n");
    assertThat(talk.say("GET a")).isEqualTo("$1\r\n3\r\n");
  }

  @Test
  void setToldWhenAKeyEndsAndMayKeepIt() {
    talk.say("SET a 1 EXAT 4102444800");
    talk.say("SET a 2 KEEPTTL");
    assertThat(talk.say("EXPIRETIME a")).isEqualTo(":4102444800\r\n");
    assertThat(talk.say("PEXPIRETIME a")).isEqualTo(":4102444800000\r\n");
    talk.say("SET a 3");
    assertThat(talk.say("EXPIRETIME a")).isEqualTo(":-1\r\n");
    assertThat(talk.say("PERSIST a")).isEqualTo(":0\r\n");
    talk.say("SET a 4 PX 5");
    assertThat(talk.say("PEXPIRETIME a")).isEqualTo(":1000000000005\r\n");
    assertThat(talk.say("PERSIST a")).isEqualTo(":1\r\n");
    talk.say("SET a 5 PXAT 1");
    assertThat(talk.say("GET a")).isEqualTo("$-1\r\n");
    assertThat(talk.say("EXPIRETIME a")).isEqualTo(":-2\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "NX XX => ERR syntax error",
        "KEEPTTL EX 5 => ERR syntax error",
        "EX 5 PX 5 => ERR syntax error",
        "EX => ERR syntax error",
        "FOO => ERR syntax error",
        "EX x => ERR value is not an integer or out of range",
        "PX 0 => ERR invalid expire time in 'set' command",
        "EX 9223372036854775807 => ERR invalid expire time in 'set' command"
      })
  void refusesOptionsThatContradict(String options, String error) {
    assertThat(talk.say("SET a v " + options)).isEqualTo("-" + error + "\r\n");
  }

  @Test
  void countsWhatIsThere() {
    assertThat(talk.say("INCRBY n 5")).isEqualTo(":5\r\n");
    assertThat(talk.say("DECR n")).isEqualTo(":4\r\n");
    assertThat(talk.say("APPEND n é")).isEqualTo(":3\r\n");
    assertThat(talk.say("STRLEN n")).isEqualTo(":3\r\n");
    assertThat(talk.say("INCR n")).isEqualTo("-ERR value is not an integer or out of range\r\n");
    talk.say("SET n 9223372036854775807");
    assertThat(talk.say("INCR n")).isEqualTo("-ERR increment or decrement would overflow\r\n");
  }

  @Test
  void namesTheExecutionByNumberWhereNothingIsStored() {
    assertThat(Talk.resp2().say("STRLEN a")).isEqualTo(":1000001\r\n");
    assertThat(Talk.resp2().say("APPEND a b")).isEqualTo(":1000001\r\n");
    assertThat(Talk.resp2().say("INCRBY a 7")).isEqualTo(":1000001\r\n");
    assertThat(Talk.resp2().say("TYPE a")).isEqualTo("+string\r\n");
    assertThat(Talk.resp2().say("TYPE a!nil!")).isEqualTo("+none\r\n");
    assertThat(Talk.resp2().say("DEL a b!nil!")).isEqualTo(":1\r\n");
  }
}
