package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseMarkerTest {

  @Test
  void theOneThatOpensItSeesWhatTheOtherSets() {
    CaseMarker marker = CaseMarker.create();
    assertThat(marker.latest()).isEmpty();

    CaseMarker.of(marker.file()).set(1L << 40);

    assertThat(marker.latest()).hasValue(1L << 40);
    marker.delete();
    assertThat(marker.file()).doesNotExist();
  }
}
