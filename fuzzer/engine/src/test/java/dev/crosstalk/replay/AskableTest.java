package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Command;
import org.junit.jupiter.api.Test;

class AskableTest {

  @Test
  void takesWhatEveryTypedApiTakes() {
    assertThat(Askable.objection(Command.of("GET", "k"))).isEmpty();
    assertThat(Askable.objection(Command.of("SET", "k", "v"))).isEmpty();
    assertThat(Askable.objection(Command.of("MGET", "k", "l", "m"))).isEmpty();
    assertThat(Askable.objection(Command.of("LRANGE", "k", "0", "-1"))).isEmpty();
    assertThat(Askable.objection(Command.of("STRLEN", "k"))).isEmpty();
    assertThat(Askable.objection(Command.of("EXISTS", "k", "l"))).isEmpty();
    assertThat(Askable.objection(Command.of("HGET", "k", "f1"))).isEmpty();
    assertThat(Askable.objection(Command.of("BLPOP", "k", "1"))).isEmpty();
    assertThat(Askable.objection(Command.of("ZSCORE", "k", "m"))).isEmpty();
    assertThat(Askable.objection(Command.of("ZRANGE", "k", "0", "-1", "WITHSCORES"))).isEmpty();
    assertThat(Askable.objection(Command.of("PING"))).isEmpty();
    assertThat(Askable.objection(Command.of("CLIENT TRACKING", "ON"))).isEmpty();
  }

  @Test
  void saysWhatACommandTakesWhenItCannotBeAskedSo() {
    assertThat(Askable.objection(Command.of("GET"))).contains("GET takes one argument");
    assertThat(Askable.objection(Command.of("SET", "k"))).contains("SET takes a key and a value");
    assertThat(Askable.objection(Command.of("SET", "k", "v", "EX", "10"))).isPresent();
    assertThat(Askable.objection(Command.of("BLPOP", "k", "0"))).isPresent();
    assertThat(Askable.objection(Command.of("MGET"))).contains("MGET takes one key or more");
    assertThat(Askable.objection(Command.of("EXISTS"))).contains("EXISTS takes one key or more");
    assertThat(Askable.objection(Command.of("TYPE"))).contains("TYPE takes one argument");
    assertThat(Askable.objection(Command.of("HGET", "k"))).contains("HGET takes a key and a field");
    assertThat(Askable.objection(Command.of("ZSCORE", "k")))
        .contains("ZSCORE takes a key and a member");
    assertThat(Askable.objection(Command.of("ZRANGE", "k", "0", "-1")))
        .contains("ZRANGE takes a key, two plain numbers and WITHSCORES");
    assertThat(Askable.objection(Command.of("PING", "hello"))).contains("PING takes no argument");
    assertThat(Askable.objection(Command.of("CLIENT TRACKING", "OFF"))).isPresent();
  }

  @Test
  void takesNoNumberThatADriverWouldWriteInAnotherWay() {
    assertThat(Askable.objection(Command.of("LRANGE", "k", "00", "-1"))).isPresent();
    assertThat(Askable.objection(Command.of("LRANGE", "k", "0", "+1"))).isPresent();
    assertThat(Askable.objection(Command.of("LRANGE", "k", "-0", "1"))).isPresent();
  }
}
