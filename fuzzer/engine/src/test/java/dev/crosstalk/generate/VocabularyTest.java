package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.generate.VocabularyBuilder.Feature;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void isPoorForThePlainestVariantButForInterrupts() {
    assertThat(Vocabulary.of(plainest().build()))
        .isEqualTo(
            VocabularyBuilder.starting()
                .with(Feature.BLOCKING, Feature.INTERRUPTS, Feature.OWNS)
                .build());
  }

  @Test
  void isRichForAVariantThatCanDoAll() {
    Variant variant =
        plainest()
            .pooled()
            .can(
                Capability.RESP3,
                Capability.CANCEL,
                Capability.FUTURES,
                Capability.USER_ENCODER,
                Capability.USER_DECODER,
                Capability.CACHES)
            .build();

    assertThat(Vocabulary.of(variant))
        .isEqualTo(
            VocabularyBuilder.starting().with(Feature.values()).in(SessionKind.POOLED).build());
  }

  @Test
  void interruptsOnlyLanesThatBlockOnASessionOfTheirOwn() {
    assertThat(Vocabulary.of(plainest().shared().build()).interrupts()).isFalse();
    assertThat(Vocabulary.of(plainest().async().build()).interrupts()).isFalse();
    assertThat(Vocabulary.of(plainest().async().build()).blocking()).isFalse();
  }

  @Test
  void sortsItsCommands() {
    Variant variant = plainest().commands(Set.of("SET", "PING", "AUTH", "GET")).build();

    assertThat(Vocabulary.of(variant).commands()).containsExactly("AUTH", "GET", "PING", "SET");
  }

  @Test
  void startsNoneButTheCommandsThatAreMadeForIt() {
    Variant variant = plainest().commands(Set.of("SET", "AUTH", "CLIENT TRACKING")).build();

    assertThat(Vocabulary.of(variant).started()).containsExactly("SET");
  }

  @Test
  void tracksOnlyOverResp3() {
    VariantBuilder variant = plainest().commands(Set.of(Vocabulary.TRACKING));

    assertThat(Vocabulary.of(variant.build()).tracks()).isFalse();
    assertThat(Vocabulary.of(variant.can(Capability.RESP3).build()).tracks()).isTrue();
    assertThat(Vocabulary.of(plainest().can(Capability.RESP3).build()).tracks()).isFalse();
  }

  private static VariantBuilder plainest() {
    return Variant.named("made");
  }
}
