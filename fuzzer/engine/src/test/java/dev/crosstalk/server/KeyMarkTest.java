package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.KeyMark;
import dev.crosstalk.spi.UserCode;
import org.junit.jupiter.api.Test;

/** What a key asks for by a mark inside it. */
class KeyMarkTest {
  private final Talk talk = Talk.resp3();

  @Test
  void nilIsNoKey() {
    assertThat(talk.say("GET a!nil!")).isEqualTo("_\r\n");
    assertThat(talk.say("MGET a!nil! b")).isEqualTo("*2\r\n_\r\n$13\r\nb@0:default#3\r\n");
    assertThat(talk.say("LRANGE a!nil! 0 -1")).isEqualTo("*0\r\n");
    assertThat(talk.say("HGETALL a!nil!")).isEqualTo("%0\r\n");
    assertThat(talk.say("EXISTS a!nil! b")).isEqualTo(":1\r\n");
    assertThat(talk.say("SET a!nil! v XX")).isEqualTo("_\r\n");
  }

  @Test
  void emptyLeavesOnlyTheFirstElement() {
    assertThat(talk.say("GET a!empty!")).isEqualTo("$0\r\n\r\n");
    assertThat(talk.say("LRANGE a!empty! 0 -1"))
        .isEqualTo("*3\r\n$23\r\na!empty![0]@0:default#3\r\n$0\r\n\r\n$0\r\n\r\n");
  }

  @Test
  void bigIsAMebibyteThatNamesItsRequestThroughout() {
    String reply = talk.say("GET a!big!");
    assertThat(reply).startsWith("$1048576\r\na!big!@0:default#2 a!big!@0:default#2 ");
    assertThat(reply).hasSize("$1048576\r\n".length() + (1 << 20) + 2);
    assertThat(talk.say("LRANGE a!big! 0 -1")).startsWith("*1000\r\n");
    assertThat(talk.say("HGETALL a!big!")).startsWith("%1000\r\n");
    assertThat(talk.say("SMEMBERS a!big!")).startsWith("~1000\r\n");
  }

  @Test
  void crlfSurroundsTheIdentityWithWhatLooksLikeReplies() {
    String body = KeyMark.LOOKALIKES + "a!crlf!@0:default#2" + KeyMark.LOOKALIKES;
    assertThat(talk.say("GET a!crlf!")).isEqualTo("$" + body.length() + "\r\n" + body + "\r\n");
    for (char type : "+-:$*%~>|#(!=,_".toCharArray()) {
      assertThat(KeyMark.LOOKALIKES).contains("\r\n" + type);
    }
  }

  @Test
  void theMarkOfOneElementStandsInThatElementAlone() {
    String key = "a" + UserCode.at(UserCode.DECODE_FAILS, 2);
    assertThat(key).isEqualTo("a!decode-fails-at-2!");
    assertThat(talk.say("LRANGE " + key + " 0 -1"))
        .contains("a!decode-fails-at-2![0]@0:default#2\r\n")
        .contains("a!decode-fails-at-2![1]@0:default#2!decode-fails!\r\n")
        .contains("a!decode-fails-at-2![2]@0:default#2\r\n");
    assertThat(talk.say("HGETALL " + key))
        .contains("a!decode-fails-at-2!.f1@0:default#3\r\n")
        .contains("a!decode-fails-at-2!.f2@0:default#3!decode-fails!\r\n");
    String unread = UserCode.at(UserCode.DECODE_FAILS_UNREAD, 3);
    assertThat(talk.say("SMEMBERS a" + unread))
        .contains("[1]@0:default#4\r\n")
        .contains("[2]@0:default#4!decode-fails-unread!\r\n");
  }

  @Test
  void aKeyWithoutAMarkIsAsItWas() {
    assertThat(talk.say("GET a!big")).isEqualTo("$17\r\na!big@0:default#2\r\n");
  }
}
