package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** EVAL, EVALSHA, SCRIPT and DEBUG byte for byte, as a real Redis answers. */
class ScriptCommandsTest {
  private static final String NO_SCRIPT = "-NOSCRIPT No matching script. Please use EVAL.\r\n";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "BULK | a b c | $1~a~ | $1~a~",
        "SIMPLE | a b c | +a~ | +a~",
        "ERROR | ERR b c | -ERR~ | -ERR~",
        "INTEGER | 42 b c | :42~ | :42~",
        "INTEGER | x b c | _~ | $-1~",
        "NULL | a b c | _~ | $-1~",
        "BOOL | t b c | #t~ | :1~",
        "BOOL | f b c | #f~ | :0~",
        "DOUBLE | 1.5 b c | ,1.5~ | $3~1.5~",
        "BIG_NUMBER | 123456789012345678901 b c | (123456789012345678901~"
            + " | $21~123456789012345678901~",
        "VERBATIM | a b c | =5~txt:a~ | $1~a~",
        "MAP | a b c | %1~$1~a~$1~b~ | *2~$1~a~$1~b~",
        "NESTED_MAP | a b c | %1~$1~a~%1~$1~b~*2~$1~c~:1~ | *2~$1~a~*2~$1~b~*2~$1~c~:1~",
        "MAP_WITH_ERROR | a b c | %2~:1~-ERR a~:2~$1~b~ | *4~:1~-ERR a~:2~$1~b~",
        "SET | a b c | ~1~$1~a~ | *1~$1~a~",
        "NESTED_ARRAY | a b c | *2~$1~a~*1~*2~*1~$1~b~$1~c~ | *2~$1~a~*1~*2~*1~$1~b~$1~c~",
        "ARRAY_WITH_ERROR | a b c | *3~$1~a~_~*2~$1~b~-ERR c~ | *3~$1~a~$-1~*2~$1~b~-ERR c~",
        "EMPTY_ARRAY | a b c | *0~ | *0~",
        "EMPTY_MAP | a b c | %0~ | *0~",
        "EMPTY_SET | a b c | ~0~ | *0~",
        "GET | a b c | $13~k@0:default#2~ | $13~k@0:default#1~"
      })
  void eachTellsItsArguments(Script script, String arguments, String resp3, String resp2) {
    String[] a = arguments.split(" ");
    assertThat(Talk.resp3().sayWords("EVAL", script.text(), "1", "k", a[0], a[1], a[2]))
        .isEqualTo(bytes(resp3));
    assertThat(Talk.resp2().sayWords("EVAL", script.text(), "1", "k", a[0], a[1], a[2]))
        .isEqualTo(bytes(resp2));
  }

  /** A tilde stands for a line end, but where it is the type of a set. */
  private static String bytes(String shown) {
    boolean set = shown.startsWith("~");
    return (set ? "~" : "") + (set ? shown.substring(1) : shown).replace("~", "\r\n");
  }

  @Test
  void evalshaRunsWhatTheServerWasTold() {
    Talk talk = Talk.resp2();
    String digest = Script.BULK.digest();
    assertThat(talk.sayWords("EVALSHA", digest, "0", "a")).isEqualTo(NO_SCRIPT);
    assertThat(talk.sayWords("SCRIPT", "LOAD", Script.BULK.text()))
        .isEqualTo("$40\r\n" + digest + "\r\n");
    assertThat(talk.beside().sayWords("evalsha", digest.toUpperCase(), "0", "a"))
        .isEqualTo("$1\r\na\r\n");
    assertThat(talk.sayWords("SCRIPT", "EXISTS", digest, "x")).isEqualTo("*2\r\n:1\r\n:0\r\n");
    assertThat(talk.sayWords("SCRIPT", "FLUSH")).isEqualTo("+OK\r\n");
    assertThat(talk.sayWords("EVALSHA", digest, "0", "a")).isEqualTo(NO_SCRIPT);
    talk.sayWords("EVAL", Script.BULK.text(), "0", "a");
    assertThat(talk.sayWords("EVALSHA", digest, "0", "a")).isEqualTo("$1\r\na\r\n");
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void evalshaRunsEveryScriptThatWasLoadedBeforehand(Script script) {
    Talk talk = Talk.resp3();
    talk.server().loadScripts();
    assertThat(talk.sayWords("SCRIPT", "EXISTS", script.digest())).isEqualTo("*1\r\n:1\r\n");
    assertThat(talk.sayWords("EVALSHA", script.digest(), "1", "k", "1", "b", "c"))
        .isEqualTo(evaluated(script));
  }

  private static String evaluated(Script script) {
    Talk talk = Talk.resp3();
    talk.sayWords("SCRIPT", "EXISTS", script.digest());
    return talk.sayWords("EVAL", script.text(), "1", "k", "1", "b", "c");
  }

  @Test
  void aRestartForgetsWhatWasLoadedAndWhatWasRun() {
    Talk talk = Talk.resp2();
    String digest = Script.BULK.digest();
    talk.server().loadScripts();
    talk.sayWords("EVAL", Script.BULK.text(), "0", "a");
    talk.server().restart();
    assertThat(talk.beside().sayWords("EVALSHA", digest, "0", "a")).isEqualTo(NO_SCRIPT);
    talk.sayWords("EVAL", Script.BULK.text(), "0", "a");
    assertThat(talk.sayWords("EVALSHA", digest, "0", "a")).isEqualTo("$1\r\na\r\n");
    assertThat(talk.sayWords("EVALSHA", Script.MAP.digest(), "0", "a", "b")).isEqualTo(NO_SCRIPT);
  }

  @Test
  void noServerKnowsAnothersScripts() {
    Talk.resp2().server().loadScripts();
    assertThat(Talk.resp2().sayWords("EVALSHA", Script.BULK.digest(), "0", "a"))
        .isEqualTo(NO_SCRIPT);
  }

  @Test
  void aDigestOfAnotherLengthIsNoScripts() {
    Talk talk = Talk.resp2();
    talk.server().loadScripts();
    String digest = Script.BULK.digest();
    assertThat(talk.sayWords("EVALSHA", digest.substring(1), "0", "a")).isEqualTo(NO_SCRIPT);
    assertThat(talk.sayWords("EVALSHA", digest.substring(1), "x", "a")).isEqualTo(NO_SCRIPT);
  }

  @Test
  void theDigestIsThatOfTheText() {
    assertThat(Script.GET.digest()).isEqualTo("d3c21d0c2b9ca22f82737626a27bcaf5d288f99f");
  }

  @Test
  void refusesOtherScriptsAndNumbersOfKeys() {
    Talk talk = Talk.resp2();
    assertThat(talk.sayWords("EVAL", "return 1", "0")).startsWith("-ERR Error compiling script");
    assertThat(talk.sayWords("EVAL", Script.BULK.text(), "2", "a"))
        .isEqualTo("-ERR Number of keys can't be greater than number of args\r\n");
    assertThat(talk.sayWords("EVAL", Script.BULK.text(), "-1", "a"))
        .isEqualTo("-ERR Number of keys can't be negative\r\n");
    assertThat(talk.sayWords("EVAL", Script.BULK.text(), "x", "a"))
        .isEqualTo("-ERR value is not an integer or out of range\r\n");
    assertThat(talk.sayWords("EVAL", Script.BULK.text(), "0")).startsWith("-ERR ");
  }

  @Test
  void anErrorInsideAScriptNamesIt() {
    Talk talk = Talk.storing();
    talk.say("RPUSH l a");
    assertThat(talk.sayWords("EVAL", Script.GET.text(), "1", "l"))
        .isEqualTo(
            "-WRONGTYPE Operation against a key holding the wrong kind of value script: "
                + Script.GET.digest()
                + ", on @user_script:1.\r\n");
  }

  @Test
  void attributesStandBeforeAReplyUnderResp3() {
    String body = "$39\r\nSome real reply following the attribute\r\n";
    assertThat(Talk.resp2().say("DEBUG PROTOCOL attrib")).isEqualTo(body);
    assertThat(Talk.resp3().say("DEBUG PROTOCOL ATTRIB"))
        .isEqualTo("|1\r\n$14\r\nkey-popularity\r\n*2\r\n$7\r\nkey:123\r\n:90\r\n" + body);
  }
}
