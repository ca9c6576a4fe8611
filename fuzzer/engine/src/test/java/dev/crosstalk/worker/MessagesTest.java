package dev.crosstalk.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Messages<Word> messages = Messages.of(Word.class, Part.class);

  sealed interface Word {
    record Full(List<String> texts, Optional<Integer> number, Duration time, Part part)
        implements Word {}

    record Empty() implements Word {}
  }

  sealed interface Part {
    record One(long number) implements Part {}

    record Other() implements Part {}
  }

  @Test
  void areReadAsTheyWereWritten() {
    List<Word> words =
        List.of(
            new Word.Full(
                List.of("a\n\"b", "\u2028"),
                Optional.of(7),
                Duration.ofNanos(1_000_000_001),
                new Part.One(Long.MAX_VALUE)),
            new Word.Full(List.of(), Optional.empty(), Duration.ZERO, new Part.Other()),
            new Word.Empty());

    assertThat(words)
        .allSatisfy(
            word -> {
              String line = messages.write(word);
              assertThat(line).doesNotContain("\n");
              assertThat(messages.read(line)).isEqualTo(word);
            });
  }

  @Test
  void whatIsNoneIsRefused() {
    for (String line : List.of("", "hello", "{}", "{\"is\":\"Nobody\"}", "{\"is\":\"Full\"}")) {
      assertThatThrownBy(() -> messages.read(line))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("no message: ");
    }
  }
}
