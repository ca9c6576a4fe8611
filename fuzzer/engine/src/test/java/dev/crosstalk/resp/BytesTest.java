package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BytesTest {

  @Test
  void isEqualByContent() {
    assertThat(Bytes.ofUtf8("abc"))
        .isEqualTo(Wire.bytes("abc"))
        .hasSameHashCodeAs(Wire.bytes("abc"));
    assertThat(Bytes.ofUtf8("abc")).isNotEqualTo(Bytes.ofUtf8("abd"));
    assertThat(Bytes.ofUtf8("")).isEqualTo(Bytes.EMPTY);
    assertThat(Bytes.EMPTY.equals((Object) "")).isFalse();
    assertThat(Map.of(Bytes.ofUtf8("k"), 1)).containsEntry(Bytes.ofUtf8("k"), 1);
    assertThat(Bytes.ofUtf8("a").hashCode()).isNotEqualTo(Bytes.ofUtf8("b").hashCode());
  }

  @Test
  void sharesNoArrayWithItsCallers() {
    byte[] content = {1, 2};
    Bytes bytes = Bytes.of(content);
    content[0] = 9;
    bytes.toArray()[1] = 9;
    assertThat(bytes.toArray()).containsExactly(1, 2);
    assertThat(bytes.at(1)).isEqualTo((byte) 2);
    assertThat(bytes.size()).isEqualTo(2);
  }

  @Test
  void readsAndWritesUtf8() {
    assertThat(Bytes.ofUtf8("\u00e9").toArray()).containsExactly(0xC3, 0xA9);
    assertThat(Bytes.ofUtf8("\u00e9").utf8()).isEqualTo("\u00e9");
    assertThat(Wire.bytes("\u00ff").utf8()).isEqualTo("\ufffd");
  }

  @Test
  void refusesIndexesOutside() {
    assertThatThrownBy(() -> Bytes.EMPTY.at(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void showsItselfQuotedAndShortened() {
    assertThat(Wire.bytes("a ~\r\n\t\"\\\u0000\u007f\u00ff"))
        .hasToString("\"a ~\\r\\n\\t\\\"\\\\\\x00\\x7f\\xff\"");
    assertThat(Bytes.ofUtf8("x".repeat(64))).hasToString("\"" + "x".repeat(64) + "\"");
    assertThat(Bytes.ofUtf8("x".repeat(65)))
        .hasToString("\"" + "x".repeat(64) + "\"... (65 bytes)");
  }
}
