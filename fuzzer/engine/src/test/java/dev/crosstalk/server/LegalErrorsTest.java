package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Errors that a step asks for: what the server answers, and what becomes of its state. */
class LegalErrorsTest {
  private static final String ABORTED =
      "EXECABORT Transaction discarded because of previous errors.";

  /** The last word of a request says whose call it is. */
  private final Server server =
      new Server(
          new IdentitySource(),
          new Accounts(Optional.empty()),
          (connection, words) -> Optional.of(words.getLast()));

  private final ServerConnection connection = server.accept();

  @Test
  void knowsTheSlotOfAKey() {
    assertThat(LegalErrors.slot("123456789")).isEqualTo(0x31c3);
    assertThat(LegalErrors.slot("foo")).isEqualTo(12182);
    assertThat(LegalErrors.slot("a{foo}b")).isEqualTo(12182);
    assertThat(LegalErrors.slot("{}foo")).isNotEqualTo(12182);
  }

  @Test
  void answersTheNextRequestOfTheCallAlone() {
    server.answer("k1", ErrorCode.LOADING);
    assertThat(said("GET k2")).startsWith("$");
    assertThat(said("GET k1")).isEqualTo("-LOADING Redis is loading the dataset in memory\r\n");
    assertThat(said("GET k1")).startsWith("$");
  }

  @Test
  void namesItsOwnAddress() {
    server.address("127.0.0.1:7000");
    server.answer("foo", ErrorCode.MOVED);
    assertThat(said("GET foo")).isEqualTo("-MOVED 12182 127.0.0.1:7000\r\n");
  }

  @Test
  void doesNotAnswerWithWhatNoServerWouldSay() {
    server.answer("k1", ErrorCode.OOM);
    assertThat(said("GET k1")).startsWith("$");
  }

  @Test
  void anErrorAtQueueTimeDirtiesTheTransaction() {
    said("MULTI");
    server.answer("k1", ErrorCode.MASTERDOWN);
    assertThat(said("GET k1")).startsWith("-MASTERDOWN");
    assertThat(said("EXEC")).isEqualTo("-" + ABORTED + "\r\n");
  }

  @Test
  void anErrorThatIsFoundLateStandsAmongTheResults() {
    said("MULTI");
    server.answer("k1", ErrorCode.WRONGTYPE);
    assertThat(said("GET k1")).isEqualTo("+QUEUED\r\n");
    assertThat(said("EXEC")).startsWith("*1\r\n-WRONGTYPE ");
  }

  @Test
  void anExecThatIsRefusedEndsItsTransaction() {
    said("MULTI");
    server.answer("EXEC", ErrorCode.NOPERM);
    assertThat(said("EXEC")).startsWith("-EXECABORT Transaction discarded because of: NOPERM ");
    assertThat(said("EXEC")).isEqualTo("-ERR EXEC without MULTI\r\n");
  }

  @Test
  void aSelectThatIsRefusedSelectsNothing() {
    server.answer("3", ErrorCode.NOPERM);
    assertThat(said("SELECT 3")).startsWith("-NOPERM ");
    assertThat(said("GET k1")).contains("k1@0:");
  }

  private String said(String line) {
    byte[] request = Talk.request(line.split(" ")).getBytes(StandardCharsets.ISO_8859_1);
    List<Executed> executed = connection.receive(request);
    return new String(executed.getFirst().replyBytes(), StandardCharsets.ISO_8859_1);
  }
}
