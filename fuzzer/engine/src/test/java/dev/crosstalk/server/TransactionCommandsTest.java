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
  void tiesNothingToAnExecThatAChangedKeyGaveUp() {
    talk.say("WATCH a");
    talk.say("SET a v");
    talk.say("MULTI");
    talk.say("SET b v");
    Executed exec = talk.executed("EXEC");
    assertThat(exec.reply()).isEqualTo(new RespValue.NullArray());
    assertThat(exec.inside()).isEmpty();
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

  @Test
  void aChangeOfAWatchedKeyMakesExecANullArray() {
    Talk other = talk.beside();
    talk.say("WATCH a b");
    other.say("SET b v");
    talk.say("MULTI");
    talk.say("GET a");
    assertThat(talk.say("EXEC")).isEqualTo("*-1\r\n");
    assertThat(talk.say("EXEC")).isEqualTo(EXEC_ALONE);
    Talk resp3 = Talk.resp3();
    resp3.say("WATCH a");
    resp3.say("INCR a");
    resp3.say("MULTI");
    assertThat(resp3.say("EXEC")).isEqualTo("_\r\n");
  }

  @Test
  void unwatchAndExecForgetWhatIsWatched() {
    talk.say("WATCH a");
    talk.say("SET a v");
    talk.say("UNWATCH");
    talk.say("MULTI");
    assertThat(talk.say("EXEC")).isEqualTo("*0\r\n");
    talk.say("WATCH a");
    talk.say("MULTI");
    talk.say("SET a v");
    assertThat(talk.say("EXEC")).isEqualTo("*1\r\n+OK\r\n");
    talk.say("MULTI");
    assertThat(talk.say("EXEC")).isEqualTo("*0\r\n");
  }

  @Test
  void aKeyIsWatchedInItsDatabase() {
    talk.say("WATCH a");
    talk.say("SELECT 1");
    talk.say("SET a v");
    talk.say("MULTI");
    assertThat(talk.say("EXEC")).isEqualTo("*0\r\n");
  }

  @Test
  void anExecWithArgumentsEndsTheTransaction() {
    talk.say("MULTI");
    assertThat(talk.say("EXEC now"))
        .isEqualTo(
            "-EXECABORT Transaction discarded because of: wrong number of arguments for 'exec'"
                + " command\r\n");
    assertThat(talk.say("EXEC")).isEqualTo(EXEC_ALONE);
  }

  @Test
  void anUnknownSubcommandBreaksTheTransaction() {
    talk.say("MULTI");
    assertThat(talk.say("CLIENT FOO")).startsWith("-ERR unknown subcommand 'FOO'");
    assertThat(talk.say("EXEC")).isEqualTo(ABORTED);
    talk.say("MULTI");
    assertThat(talk.say("CLIENT SETNAME")).startsWith("-ERR wrong number");
    assertThat(talk.say("EXEC")).isEqualTo(ABORTED);
  }

  @Test
  void eachElementIsWrittenInTheProtocolOfItsMoment() {
    talk.say("MULTI");
    talk.say("HGETALL a!nil!");
    talk.say("HELLO 3");
    talk.say("HGETALL a!nil!");
    talk.say("HELLO 2");
    talk.say("HGETALL a!nil!");
    assertThat(talk.say("EXEC"))
        .startsWith("*5\r\n*0\r\n%7\r\n")
        .contains("*0\r\n%0\r\n*14\r\n")
        .endsWith("*0\r\n*0\r\n");
  }

  @Test
  void resetEndsTheTransactionAndAllElse() {
    Talk resp3 = Talk.resp3();
    resp3.say("SELECT 5");
    resp3.say("CLIENT SETNAME me");
    resp3.say("MULTI");
    assertThat(resp3.say("RESET")).isEqualTo("+RESET\r\n");
    assertThat(resp3.say("EXEC")).isEqualTo(EXEC_ALONE);
    assertThat(resp3.say("CLIENT GETNAME")).isEqualTo("$-1\r\n");
    assertThat(resp3.say("GET a")).startsWith("$13\r\na@0:default#");
  }
}
