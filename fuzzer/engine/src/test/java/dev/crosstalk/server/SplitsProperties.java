package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.KeyMark;
import dev.crosstalk.spi.Protocol;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Where the network splits replies: whatever the schedule, nothing is lost, added or moved. */
class SplitsProperties {

  @Property
  void piecesPutTogetherAreTheReply(
      @ForAll @IntRange(max = 999_999_999) int seed,
      @ForAll @IntRange(min = 1, max = 80) int bytes) {
    Executed reply = reply(Optional.of("A1"), 1, bytes);
    List<Integer> ends = ends(new Splits(seed), reply, bytes);
    assertThat(ends).isSorted().doesNotHaveDuplicates().allMatch(end -> end > 0);
    assertThat(ends.getLast()).isEqualTo(bytes);
  }

  @Property
  void aPieceNeverGoesFurtherThanMayLeave(
      @ForAll @IntRange(max = 999_999_999) int seed,
      @ForAll @IntRange(max = 40) int from,
      @ForAll @IntRange(min = 1, max = 40) int more) {
    int end = new Splits(seed).pieceEnd(reply(Optional.of("A1"), 1, 100), from, from + more);
    assertThat(end).isBetween(from + 1, from + more);
  }

  @Property
  void areTheSameInEveryWorld(
      @ForAll @IntRange(max = 999_999_999) int seed,
      @ForAll @IntRange(min = 1, max = 80) int bytes,
      @ForAll boolean own) {
    Optional<String> label = own ? Optional.empty() : Optional.of("A1");
    assertThat(ends(new Splits(seed), reply(label, 1, bytes), bytes))
        .as("whatever was executed before")
        .isEqualTo(ends(new Splits(seed), reply(label, 7, bytes), bytes));
  }

  @Property(tries = 100)
  void aLongReplyComesInNotTooManyPieces(@ForAll @IntRange(max = 999_999_999) int seed) {
    int bytes = KeyMark.BIG_BYTES;
    assertThat(ends(new Splits(seed), reply(Optional.of("A1"), 1, bytes), bytes))
        .hasSizeLessThan(1_000);
  }

  @Property
  void seedZeroSplitsNothing(@ForAll @IntRange(min = 1, max = 80) int bytes) {
    assertThat(ends(new Splits(0), reply(Optional.of("A1"), 1, bytes), bytes))
        .containsExactly(bytes);
    assertThat(ends(Splits.NONE, reply(Optional.empty(), 1, bytes), bytes)).containsExactly(bytes);
  }

  @Example
  void someSchedulesSplitNothingSomeALittleAndSomeAll() {
    int untouched = 0;
    int shredded = 0;
    for (int seed = 1; seed <= 400; seed++) {
      var splits = new Splits(seed);
      int pieces = 0;
      for (int i = 0; i < 10; i++) {
        pieces += ends(splits, reply(Optional.of("A" + i), 1, 40), 40).size();
      }
      untouched += pieces == 10 ? 1 : 0;
      shredded += pieces > 60 ? 1 : 0;
    }
    assertThat(untouched).isBetween(160, 240);
    assertThat(shredded).isBetween(30, 70);
  }

  /** Through a gate: whatever is let out in whatever portions arrives whole and in order. */
  @Property
  void aGateLetsOutTheSameBytesInPieces(
      @ForAll @IntRange(max = 999_999_999) int seed,
      @ForAll List<@IntRange(min = 1, max = 9) Integer> portions) {
    String all = "";
    var rules = new GateRules();
    rules.splits(new Splits(seed));
    var gate = new Gate(rules, false);
    for (int i = 0; i < 4; i++) {
      Executed reply = reply(i % 2 == 0 ? Optional.of("A" + i) : Optional.empty(), 1, 10 + i);
      gate.owe(reply);
      all += text(reply.bytes());
    }
    var out = new ByteArrayOutputStream();
    var finished = new ArrayList<Executed>();
    for (int portion : portions) {
      gate.letOut("A0", gate.letOutOf("A0") + portion);
      takeAll(gate, out, finished);
    }
    gate.letOut("A2");
    takeAll(gate, out, finished);
    assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(all);
    assertThat(finished).hasSize(4).doesNotHaveDuplicates();
    assertThat(finished).allMatch(each -> each.taken() == each.bytes().length);
    assertThat(gate.unsent()).isZero();
  }

  @Property
  void aReplyIsSplitAlikeWhateverStandsBeforeIt(
      @ForAll @IntRange(max = 999_999_999) int seed, @ForAll @IntRange(max = 3) int before) {
    assertThat(lastPieces(seed, before)).isEqualTo(lastPieces(seed, 0));
  }

  /** The pieces of the last reply, let out after others have left. */
  private static List<String> lastPieces(int seed, int before) {
    var rules = new GateRules();
    rules.splits(new Splits(seed));
    var gate = new Gate(rules, false);
    var pieces = new ArrayList<String>();
    for (int i = 0; i <= before; i++) {
      String label = i == before ? "B1" : "A" + i;
      gate.owe(reply(Optional.of(label), i + 1, 30));
      gate.letOut(label);
      pieces.clear();
      for (var chunk = gate.take(); chunk.isPresent(); chunk = gate.take()) {
        pieces.add(text(chunk.get().bytes()));
      }
    }
    return pieces;
  }

  private static void takeAll(Gate gate, ByteArrayOutputStream out, List<Executed> finished) {
    for (var chunk = gate.take(); chunk.isPresent(); chunk = gate.take()) {
      assertThat(chunk.get().bytes()).isNotEmpty();
      out.writeBytes(chunk.get().bytes());
      finished.addAll(chunk.get().finished());
    }
  }

  private static List<Integer> ends(Splits splits, Executed reply, int bytes) {
    var ends = new ArrayList<Integer>();
    for (int from = 0; from < bytes; from = ends.getLast()) {
      ends.add(splits.pieceEnd(reply, from, bytes));
      assertThat(ends).hasSizeLessThanOrEqualTo(bytes);
    }
    return ends;
  }

  private static Executed reply(Optional<String> label, int serial, int bytes) {
    String text = "+" + "abcdefghij".repeat(bytes / 10 + 1);
    return new Executed(
        1,
        label,
        List.of("GET", "k"),
        Optional.empty(),
        new Origin(0, "default", "", serial),
        Protocol.RESP2,
        Replies.OK,
        text.substring(0, bytes).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
