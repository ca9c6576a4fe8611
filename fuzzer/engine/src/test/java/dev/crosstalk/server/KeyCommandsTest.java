package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands with a key: their replies byte for byte; error texts are those of a real Redis. */
class KeyCommandsTest {

  @Test
  void getNamesKeyDatabaseUserAndExecution() {
    Talk talk = Talk.resp2();
    assertThat(talk.say("GET k1")).isEqualTo("$14\r\nk1@0:default#1\r\n");
    talk.say("SELECT 3");
    talk.say("AUTH alice secret");
    assertThat(talk.say("get k1")).isEqualTo("$12\r\nk1@3:alice#4\r\n");
  }

  @Test
  void countsBytesNotCharacters() {
    assertThat(Talk.resp2().sayWords("GET", "é\r\n")).isEqualTo("$16\r\nÃ©\r\n@0:default#1\r\n");
  }

  @Test
  void setAnswersOk() {
    assertThat(Talk.resp2().say("SET k1 v")).isEqualTo("+OK\r\n");
    assertThat(Talk.resp3().say("SET k1 v")).isEqualTo("+OK\r\n");
  }

  @Test
  void mgetAnswersKeyByKey() {
    assertThat(Talk.resp3().say("MGET a b"))
        .isEqualTo("*2\r\n$13\r\na@0:default#2\r\n$13\r\nb@0:default#2\r\n");
  }

  @Test
  void incrCountsExecutions() {
    Talk talk = Talk.resp2();
    assertThat(talk.say("INCR n")).isEqualTo(":1000001\r\n");
    assertThat(talk.say("INCR n")).isEqualTo(":1000002\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, -1, 0 1 2",
    "0, 0, 0",
    "1, 1, 1",
    "-2, -1, 1 2",
    "-100, 100, 0 1 2",
    "2, 1, ''",
    "5, 9, ''",
    "0, -4, ''",
    "-9223372036854775808, 9223372036854775807, 0 1 2"
  })
  void lrangeCountsFromEitherEnd(String start, String stop, String indexes) {
    String[] wanted = indexes.isEmpty() ? new String[0] : indexes.split(" ");
    var reply = new StringBuilder("*" + wanted.length + "\r\n");
    for (String index : wanted) {
      reply.append("$16\r\nl[").append(index).append("]@0:default#1\r\n");
    }
    assertThat(Talk.resp2().say("LRANGE l " + start + " " + stop)).isEqualTo(reply.toString());
  }

  @Test
  void hgetallIsAMapUnderResp3AndFlatUnderResp2() {
    String entries =
        "$2\r\nf1\r\n$16\r\nh.f1@0:default#S\r\n$2\r\nf2\r\n$16\r\nh.f2@0:default#S\r\n";
    assertThat(Talk.resp2().say("HGETALL h")).isEqualTo("*4\r\n" + entries.replace("S", "1"));
    assertThat(Talk.resp3().say("HGETALL h")).isEqualTo("%2\r\n" + entries.replace("S", "2"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, get",
    "get a b, get",
    "SET a, set",
    "MGET, mget",
    "INCR, incr",
    "INCR a b, incr",
    "LRANGE l 0, lrange",
    "HGETALL, hgetall"
  })
  void refusesAWrongNumberOfArguments(String line, String name) {
    String error = "-ERR wrong number of arguments for '" + name + "' command\r\n";
    assertThat(Talk.resp2().say(line)).isEqualTo(error);
    assertThat(Talk.resp3().say(line)).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({"LRANGE l a 1", "LRANGE l 0 x", "LRANGE l 0 9223372036854775808"})
  void refusesAnIndexThatIsNoNumber(String line) {
    assertThat(Talk.resp2().say(line))
        .isEqualTo("-ERR value is not an integer or out of range\r\n");
  }

  @Test
  void refusesUnknownOptionsOfSet() {
    assertThat(Talk.resp2().say("SET a b FOO")).isEqualTo("-ERR syntax error\r\n");
  }
}
