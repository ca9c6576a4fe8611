package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.RespDecoder;
import dev.crosstalk.resp.RespValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IntrospectionCommandsTest {
  private static final String INFO =
      "# Server\r\nredis_version:7.4.2\r\nredis_mode:standalone\r\ntcp_port:6379\r\n\r\n"
          + "# Replication\r\nrole:master\r\n";

  @Test
  void infoIsABulkUnderResp2AndVerbatimUnderResp3() {
    assertThat(Talk.resp2().say("INFO")).isEqualTo("$" + INFO.length() + "\r\n" + INFO + "\r\n");
    assertThat(Talk.resp3().say("INFO server"))
        .isEqualTo("=" + (INFO.length() + 4) + "\r\ntxt:" + INFO + "\r\n");
  }

  @Test
  void commandListsWhatTheServerKnows() {
    int known = CommandTable.names().size();
    assertThat(Talk.resp2().say("COMMAND COUNT")).isEqualTo(":" + known + "\r\n");
    assertThat(Talk.resp2().say("COMMAND"))
        .startsWith("*" + known + "\r\n")
        .contains("*6\r\n$3\r\nget\r\n:2\r\n*1\r\n+readonly\r\n:1\r\n:1\r\n:1\r\n")
        .contains("*6\r\n$3\r\nset\r\n:-3\r\n*1\r\n+write\r\n:1\r\n:1\r\n:1\r\n");
    assertThat(Talk.resp3().say("COMMAND"))
        .contains("*6\r\n$4\r\nmget\r\n:-2\r\n~1\r\n+readonly\r\n:1\r\n:-1\r\n:1\r\n");
  }

  @Test
  void commandIsOneWholeReply() {
    var decoder = new RespDecoder();
    decoder.feed(Talk.resp3().say("COMMAND").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(decoder.poll()).containsInstanceOf(RespValue.Array.class);
    assertThat(decoder.isBetweenValues()).isTrue();
  }

  @Test
  void commandDocsIsAnEmptyMap() {
    assertThat(Talk.resp2().say("COMMAND DOCS")).isEqualTo("*0\r\n");
    assertThat(Talk.resp3().say("COMMAND DOCS")).isEqualTo("%0\r\n");
  }

  @Test
  void refusesOtherSubcommands() {
    assertThat(Talk.resp2().say("COMMAND FOO"))
        .isEqualTo("-ERR unknown subcommand 'FOO'. Try COMMAND HELP.\r\n");
  }
}
