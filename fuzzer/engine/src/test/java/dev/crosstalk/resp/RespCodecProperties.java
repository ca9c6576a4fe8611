package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RespArbitraries.class)
@Domain(DomainContext.Global.class)
class RespCodecProperties {

  @Provide
  Arbitrary<List<Integer>> chunks() {
    return RespArbitraries.chunks();
  }

  @Property
  void repliesComeBackEqualHoweverTheyAreCut(
      @ForAll @Size(max = 5) List<RespValue> values, @ForAll("chunks") List<Integer> chunks) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    values.forEach(value -> wire.writeBytes(RespEncoder.encode(value)));
    Decoded<RespValue> expected = new Decoded<>(values, Optional.empty(), true);
    assertThat(Decoded.replies(wire.toByteArray(), chunks)).isEqualTo(expected);
    assertThat(Decoded.replies(wire.toByteArray(), List.of(1))).isEqualTo(expected);
    assertThat(Decoded.replies(wire.toByteArray(), List.of(1 << 20))).isEqualTo(expected);
  }

  @Property
  void requestsComeBackEqualHoweverTheyAreCut(
      @ForAll @Size(max = 3) List<@Size(min = 1, max = 4) List<Bytes>> requests,
      @ForAll("chunks") List<Integer> chunks) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    requests.forEach(words -> wire.writeBytes(RespEncoder.encodeRequest(words)));
    Decoded<List<Bytes>> expected = new Decoded<>(requests, Optional.empty(), true);
    assertThat(Decoded.requests(wire.toByteArray(), chunks)).isEqualTo(expected);
    assertThat(Decoded.requests(wire.toByteArray(), List.of(1))).isEqualTo(expected);
    assertThat(Decoded.requests(wire.toByteArray(), List.of(1 << 20))).isEqualTo(expected);
  }

  @Property
  void garbageIsDecodedOrRefusedAlikeHoweverItIsCut(
      @ForAll Bytes garbage, @ForAll("chunks") List<Integer> chunks) {
    assertAlikeHoweverCut(garbage.toArray(), chunks);
  }

  @Property
  void damagedRepliesAreDecodedOrRefusedAlikeHoweverTheyAreCut(
      @ForAll RespValue value,
      @ForAll @NotEmpty Bytes garbage,
      @ForAll("chunks") List<Integer> chunks,
      @ForAll int place) {
    byte[] wire = RespEncoder.encode(value);
    for (int i = 0; i < Math.min(garbage.size(), 2); i++) {
      wire[Math.floorMod(place * (i + 1), wire.length)] = garbage.at(i);
    }
    assertAlikeHoweverCut(wire, chunks);
  }

  @Property
  void inResp2NothingOfResp3IsLeft(@ForAll RespValue value) {
    RespValue downgraded = Resp2Downgrade.inResp2(value);
    assertThat(Resp2Downgrade.inResp2(downgraded)).isEqualTo(downgraded);
    byte[] wire = RespEncoder.encode(downgraded);
    assertThat(Decoded.replies(wire, List.of(wire.length)).only()).isEqualTo(downgraded);
  }

  private static void assertAlikeHoweverCut(byte[] wire, List<Integer> chunks) {
    RespLimits small = new RespLimits(2, 9, 12, 3);
    for (RespLimits limits : List.of(RespLimits.DEFAULT, small)) {
      Decoded<RespValue> replies = Decoded.replies(wire, List.of(1 << 20), limits);
      assertThat(Decoded.replies(wire, chunks, limits)).isEqualTo(replies);
      assertThat(Decoded.replies(wire, List.of(1), limits)).isEqualTo(replies);
      Decoded<List<Bytes>> requests = Decoded.requests(wire, List.of(1 << 20), limits);
      assertThat(Decoded.requests(wire, chunks, limits)).isEqualTo(requests);
      assertThat(Decoded.requests(wire, List.of(1), limits)).isEqualTo(requests);
    }
  }
}
