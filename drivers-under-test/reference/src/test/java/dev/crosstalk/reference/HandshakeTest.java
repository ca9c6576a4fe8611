package dev.crosstalk.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  private static final Optional<Credentials> ALICE =
      Optional.of(new Credentials("alice", "secret"));

  @Test
  void saysNothingUnderResp2WithoutCredentialsOnDatabase0() {
    assertThat(commands(Protocol.RESP2, 0, Optional.empty())).isEmpty();
  }

  @Test
  void authenticatesBeforeItSelectsUnderResp2() {
    assertThat(commands(Protocol.RESP2, 3, ALICE))
        .containsExactly(List.of("AUTH", "alice", "secret"), List.of("SELECT", "3"));
  }

  @Test
  void authenticatesInsideHelloUnderResp3() {
    assertThat(commands(Protocol.RESP3, 3, ALICE))
        .containsExactly(List.of("HELLO", "3", "AUTH", "alice", "secret"), List.of("SELECT", "3"));
  }

  @Test
  void saysHelloUnderResp3EvenWithoutCredentials() {
    assertThat(commands(Protocol.RESP3, 0, Optional.empty()))
        .containsExactly(List.of("HELLO", "3"));
  }

  @Test
  void saysItsNameInsideHelloUnderResp3AndByItselfUnderResp2() {
    assertThat(commands(Protocol.RESP3, 3, ALICE, Optional.of("me")))
        .containsExactly(
            List.of("HELLO", "3", "AUTH", "alice", "secret", "SETNAME", "me"),
            List.of("SELECT", "3"));
    assertThat(commands(Protocol.RESP2, 3, ALICE, Optional.of("me")))
        .containsExactly(
            List.of("AUTH", "alice", "secret"),
            List.of("CLIENT", "SETNAME", "me"),
            List.of("SELECT", "3"));
  }

  private static List<List<String>> commands(
      Protocol protocol, int database, Optional<Credentials> credentials) {
    return commands(protocol, database, credentials, Optional.empty());
  }

  private static List<List<String>> commands(
      Protocol protocol, int database, Optional<Credentials> credentials, Optional<String> name) {
    return Handshake.commands(
        new Settings(
            protocol, Duration.ofSeconds(1), database, credentials, name, 1, Duration.ZERO));
  }
}
