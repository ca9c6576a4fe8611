package dev.crosstalk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptTest {

  @ParameterizedTest
  @EnumSource(Script.class)
  void isKnownByItsText(Script script) {
    assertThat(Script.ofText(script.text())).contains(script);
    assertThat(Script.ofText(script.text() + " ")).isEmpty();
    assertThat(Script.ofText(script.digest())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void isKnownByItsDigestInEitherCase(Script script) {
    assertThat(script.digest()).matches("[0-9a-f]{40}");
    assertThat(Script.ofDigest(script.digest())).contains(script);
    assertThat(Script.ofDigest(script.digest().toUpperCase(Locale.ROOT))).contains(script);
    assertThat(Script.ofDigest(script.digest().substring(1))).isEmpty();
    assertThat(Script.ofDigest(script.text())).isEmpty();
  }

  @Test
  void isKnownByTextAndDigestOfItsOwn() {
    assertThat(Script.values()).extracting(Script::text).doesNotHaveDuplicates();
    assertThat(Script.values()).extracting(Script::digest).doesNotHaveDuplicates();
  }

  /** By {@code printf 'return ARGV[1]' | sha1sum}. */
  @Test
  void hasTheDigestThatAServerComputes() {
    assertThat(Script.BULK.digest()).isEqualTo("098e0f0d1448c0a81dafe820f66d460eb09263da");
  }

  @Test
  void isWhatACommandRuns() {
    assertThat(Script.in(Command.of("EVAL", Script.MAP.text(), "0", "a", "b")))
        .contains(Script.MAP);
    assertThat(Script.in(Command.of("EVALSHA", Script.MAP.digest(), "0", "a", "b")))
        .contains(Script.MAP);
    assertThat(Script.in(Command.of("EVAL", Script.MAP.digest(), "0"))).isEmpty();
    assertThat(Script.in(Command.of("EVALSHA", Script.MAP.text(), "0"))).isEmpty();
    assertThat(Script.in(Command.of("EVAL", "return 1", "0"))).isEmpty();
    assertThat(Script.in(Command.of("ECHO", Script.MAP.text()))).isEmpty();
    assertThat(Script.in(Command.of("PING"))).isEmpty();
  }

  @Test
  void tellsErrorsWhollyOrAmongElements() {
    assertThat(Arrays.stream(Script.values()).filter(Script::tellsErrors))
        .containsExactly(Script.ERROR, Script.MAP_WITH_ERROR, Script.ARRAY_WITH_ERROR);
  }
}
