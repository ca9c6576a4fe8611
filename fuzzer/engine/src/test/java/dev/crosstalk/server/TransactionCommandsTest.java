package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.RespValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MULTI, EXEC, DISCARD, WATCH, UNWATCH byte for byte; error texts are those of a real Redis. */
class TransactionCommandsTest {
  private static final String OK = "+OK\r\n";
  private static final String QUEUED = "+QUEUED\r\n";
  private static final String ABORTED =
      "-EXECABORT Transaction discarded because of previous errors.\r\n";
  private static final String EXEC_ALONE = "-ERR EXEC without MULTI\r\n";

  private final Talk talk = Talk.resp2();

  @Test
  void whatIsQueuedRunsAtExecUnderItsOwnNumber() {
    assertThat(talk.say("MULTI")).isEqualTo(OK);
    assertThat(talk.say("GET a")).isEqualTo(QUEUED);
    assertThat(talk.say("INCR n")).isEqualTo(QUEUED);
    assertThat(talk.say("EXEC")).isEqualTo("*2\r\n$13\r\na@0:default#2\r\n:1000003\r\n");
    assertThat(talk.say("EXEC")).isEqualTo(EXEC_ALONE);
  }

  @Test
  void tiesWhatItRanToItsElementOfTheReply() {
    talk.say("MULTI");
    talk.say("GET a");
    talk.say("INCR n");
    Executed exec = talk.executed("EXEC");
    assertThat(exec.inside())
        .extracting(Executed::words)
        .containsExactly(words("GET a"), words("INCR n"));
    assertThat(exec.inside())
        .extracting(Executed::reply)
        .containsExactlyElementsOf(((RespValue.Array) exec.reply()).elements());
    assertThat(exec.inside()).extracting(Executed::replyBytes).containsOnly(new byte[0]);
    assertThat(exec.inside()).extracting(Executed::serial).containsExactly(5, 6);
  }

  @Test
  void tiesWhatItDidNotRunToItsError() {
    talk.say("MULTI");
    talk.say("GET a");
    talk.say("GET");
    Executed exec = talk.executed("EXEC");
    assertThat(exec.inside()).singleElement().extracting(Executed::reply).isEqualTo(exec.reply());
  }

  @Test
  void tiesNothingToAnExecAfterADiscard() {
    talk.say("MULTI");
    talk.say("GET a");
    talk.say("DISCARD");
    talk.say("MULTI");
    assertThat(talk.executed("EXEC").inside()).isEmpty();
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  @Test
  void aSelectInsideTakesEffectAtExec() {
    talk.say("MULTI");
    assertThat(talk.say("GET a")).isEqualTo(QUEUED);
    assertThat(talk.say("SELECT 5")).isEqualTo(QUEUED);
    assertThat(talk.say("GET a")).isEqualTo(QUEUED);
    assertThat(talk.say("EXEC"))
        .isEqualTo("*3\r\n$13\r\na@0:default#2\r\n+OK\r\n$13\r\na@5:default#4\r\n");
  }

  @Test
  void hgetallKeepsTheFormOfItsProtocolInsideExec() {
    Talk resp3 = Talk.resp3();
    resp3.say("MULTI");
    resp3.say("HGETALL h");
    assertThat(resp3.say("EXEC")).startsWith("*1\r\n%2\r\n");
    talk.say("MULTI");
    talk.say("HGETALL h");
    assertThat(talk.say("EXEC")).startsWith("*1\r\n*4\r\n");
  }

  @Test
  void anEmptyTransactionAnswersNothing() {
    talk.say("MULTI");
    assertThat(talk.say("EXEC")).isEqualTo("*0\r\n");
  }

  @Test
  void aNestedMultiIsRefusedAndTheTransactionGoesOn() {
    talk.say("MULTI");
    assertThat(talk.say("MULTI")).isEqualTo("-ERR MULTI calls can not be nested\r\n");
    assertThat(talk.say("EXEC")).isEqualTo("*0\r\n");
  }

  @Test
  void aWatchInsideIsRefusedAndTheTransactionGoesOn() {
    talk.say("MULTI");
    assertThat(talk.say("WATCH a")).isEqualTo("-ERR WATCH inside MULTI is not allowed\r\n");
    assertThat(talk.say("UNWATCH")).isEqualTo(QUEUED);
    assertThat(talk.say("EXEC")).isEqualTo("*1\r\n+OK\r\n");
  }

  @Test
  void anUnknownCommandBreaksTheTransaction() {
    talk.say("MULTI");
    assertThat(talk.say("FOO"))
        .isEqualTo("-ERR unknown command 'FOO', with args beginning with: \r\n");
    assertThat(talk.say("GET a")).isEqualTo(QUEUED);
    assertThat(talk.say("EXEC")).isEqualTo(ABORTED);
    assertThat(talk.say("EXEC")).isEqualTo(EXEC_ALONE);
    assertThat(talk.say("GET a")).isEqualTo("$13\r\na@0:default#7\r\n");
  }

  @Test
  void aWrongNumberOfArgumentsBreaksTheTransaction() {
    talk.say("MULTI");
    assertThat(talk.say("WATCH"))
        .isEqualTo("-ERR wrong number of arguments for 'watch' command\r\n");
    assertThat(talk.say("EXEC")).isEqualTo(ABORTED);
  }

  @Test
  void aNewTransactionIsWholeAgain() {
    talk.say("MULTI");
    talk.say("GET");
    talk.say("DISCARD");
    talk.say("MULTI");
    assertThat(talk.say("EXEC")).isEqualTo("*0\r\n");
  }

  @Test
  void anErrorAtExecStandsAmongTheResults() {
    talk.say("MULTI");
    assertThat(talk.say("PING a b")).isEqualTo(QUEUED);
    assertThat(talk.say("GET a")).isEqualTo(QUEUED);
    assertThat(talk.say("EXEC"))
        .isEqualTo(
            "*2\r\n-ERR wrong number of arguments for 'ping' command\r\n"
                + "$13\r\na@0:default#3\r\n");
  }

  @Test
  void discardForgetsWhatWasQueued() {
    talk.say("MULTI");
    talk.say("GET a");
    assertThat(talk.say("DISCARD")).isEqualTo(OK);
    assertThat(talk.say("DISCARD")).isEqualTo("-ERR DISCARD without MULTI\r\n");
    assertThat(talk.say("EXEC")).isEqualTo(EXEC_ALONE);
  }

  @Test
  void watchAndUnwatchAnswerOkOutside() {
    assertThat(talk.say("WATCH a b")).isEqualTo(OK);
    assertThat(talk.say("UNWATCH")).isEqualTo(OK);
  }

  @Test
  void quitIsNotQueued() {
    talk.say("MULTI");
    assertThat(talk.say("QUIT")).isEqualTo(OK);
    assertThat(talk.closing()).isTrue();
  }
}
