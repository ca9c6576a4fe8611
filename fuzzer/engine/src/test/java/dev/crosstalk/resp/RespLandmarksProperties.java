package dev.crosstalk.resp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RespArbitraries.class)
@Domain(DomainContext.Global.class)
class RespLandmarksProperties {

  @Property
  void positionsAreInsideTheReplyAscendingAndDistinct(
      @ForAll RespValue value, @ForAll Landmark kind) {
    byte[] reply = RespEncoder.encode(value);
    List<Integer> positions = RespLandmarks.positions(reply, kind);
    assertThat(positions).isSorted().doesNotHaveDuplicates();
    assertThat(positions).allMatch(position -> 0 < position && position < reply.length);
  }

  @Property
  void aReplyCutAtALandmarkIsReadWhole(@ForAll RespValue value, @ForAll Landmark kind) {
    byte[] reply = RespEncoder.encode(value);
    for (int position : RespLandmarks.positions(reply, kind)) {
      RespDecoder decoder = new RespDecoder();
      decoder.feed(reply, 0, position);
      assertThat(decoder.poll()).isEmpty();
      decoder.feed(reply, position, reply.length - position);
      assertThat(decoder.poll()).contains(value);
      assertThat(decoder.isBetweenValues()).isTrue();
    }
  }

  @Property
  void everyReplyHasATypeAndALineEnd(@ForAll RespValue value) {
    byte[] reply = RespEncoder.encode(value);
    assertThat(RespLandmarks.positions(reply, Landmark.AFTER_TYPE)).startsWith(1);
    assertThat(RespLandmarks.positions(reply, Landmark.BEFORE_LINE_END)).endsWith(reply.length - 2);
    assertThat(RespLandmarks.positions(reply, Landmark.INSIDE_LINE_END)).endsWith(reply.length - 1);
  }
}
