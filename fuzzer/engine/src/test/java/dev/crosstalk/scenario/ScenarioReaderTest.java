package dev.crosstalk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
  @TempDir Path folder;

  @Test
  void readsATitleAloneAsAPlainScenarioWithoutSteps() {
    ScenarioFile file = Texts.read("crosstalk 1\ntitle   two  words # and more \n");
    assertThat(file.title()).isEqualTo("two  words # and more");
    assertThat(file.driver()).isEmpty();
    assertThat(file.expect()).isEmpty();
    assertThat(file.source()).isEmpty();
    assertThat(file.seed()).isEmpty();
    assertThat(file.scenario().settings()).isEqualTo(ScenarioSettings.PLAIN);
    assertThat(file.scenario().steps()).isEmpty();
  }

  @Test
  void readsHeadersInAnyOrder() {
    ScenarioFile file =
        Texts.read(
            """
            crosstalk 1
            seed 42/1234
            expect holds
            driver jedis/pool
            source https://example.org/a#b
            title t
            """);
    assertThat(file.seed()).contains("42/1234");
    assertThat(file.expect()).contains(new Expectation.Holds());
    assertThat(file.driver()).contains("jedis/pool");
    assertThat(file.source()).contains("https://example.org/a#b");
  }

  @Test
  void readsAViolatedInvariant() {
    assertThat(Texts.read("crosstalk 1\ntitle t\nexpect matched violated").expect())
        .contains(new Expectation.Violated("matched"));
  }

  @Test
  void readsSettingsInAnyOrder() {
    ScenarioSettings settings =
        settings(
            "reconnect=0ms pool=4 password=\"two words\" user=alice database=3 lanes=2"
                + " name=orders-1 timeout=250ms protocol=3");
    assertThat(settings)
        .isEqualTo(
            new ScenarioSettings(
                    Protocol.RESP3,
                    Duration.ofMillis(250),
                    2,
                    3,
                    Optional.of(new Credentials("alice", "two words")),
                    4,
                    Duration.ZERO)
                .withClientName(Optional.of("orders-1")));
  }

  @Test
  void takesThePlainValueOfASettingLeftOut() {
    ScenarioSettings plain = ScenarioSettings.PLAIN;
    assertThat(settings("lanes=2"))
        .isEqualTo(
            new ScenarioSettings(
                plain.protocol(),
                plain.timeout(),
                2,
                plain.database(),
                plain.credentials(),
                plain.poolSize(),
                plain.reconnectDelay()));
  }

  @Test
  void readsDurationsInAllUnits() {
    assertThat(settings("timeout=5m").timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings("timeout=3600s").timeout()).isEqualTo(Duration.ofHours(1));
    assertThat(settings("timeout=1500us").timeout()).isEqualTo(Duration.ofNanos(1_500_000));
    assertThat(settings("reconnect=7ns").reconnectDelay()).isEqualTo(Duration.ofNanos(7));
  }

  @Test
  void readsQuotedHeaders() {
    assertThat(Texts.read("crosstalk 1\ntitle \"\"").title()).isEmpty();
    assertThat(Texts.read("crosstalk 1\ntitle \" \\\"a\\\"\\n\" ").title()).isEqualTo(" \"a\"\n");
  }

  @Test
  void skipsCommentsAndEmptyLinesAndReturns() {
    String text = "# \"\r\n\r\ncrosstalk 1\r\n \t\r\ntitle t\r\n#\r\nclock expire\r\n#\r\n";
    ScenarioFile file = Texts.read(text);
    assertThat(file.title()).isEqualTo("t");
    assertThat(file.scenario().steps()).containsExactly(new Step.Expire());
  }

  @Test
  void readsAFile() throws IOException {
    Path file = folder.resolve("süß.crosstalk");
    Files.writeString(file, "crosstalk 1\ntitle süß\n");
    assertThat(Texts.READER.read(file).title()).isEqualTo("süß");
  }

  @Test
  void namesTheFileAndLineOfBytesThatAreNotText() throws IOException {
    Path file = folder.resolve("x.crosstalk");
    Files.write(file, "crosstalk 1\ntitle \u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Texts.READER.read(file))
        .isInstanceOf(ScenarioSyntaxException.class)
        .hasMessage(file + ":2: bytes that are not UTF-8; a scenario file is UTF-8 text");
  }

  @Test
  void refusesAFileThatIsTooLong() throws IOException {
    Path file = folder.resolve("x.crosstalk");
    Files.write(file, new byte[FileBytes.MAX + 1]);
    assertThatThrownBy(() -> Texts.READER.read(file))
        .isInstanceOf(ScenarioSyntaxException.class)
        .hasMessage(file + ":1: the file is too long; it has at most 12582912 bytes");
  }

  @Test
  void leavesAFileThatCannotBeReadToItsCaller() {
    assertThatThrownBy(() -> Texts.READER.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void refusesToKnowCommandsThatItCouldNotTakeApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScenarioReader(Set.of("CLIENT")))
        .withMessageStartingWith("command name 'CLIENT' cannot be read back");
    assertThatIllegalArgumentException().isThrownBy(() -> new ScenarioReader(Set.of("GET X")));
  }

  private static ScenarioSettings settings(String text) {
    return Texts.read("crosstalk 1\ntitle t\nsettings " + text).scenario().settings();
  }
}
