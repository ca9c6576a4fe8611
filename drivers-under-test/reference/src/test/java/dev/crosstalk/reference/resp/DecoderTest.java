package dev.crosstalk.reference.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  private static final String ONE_OF_EACH =
      "+OK\r\n"
          + "-ERR no\r\n"
          + ":-42\r\n"
          + "$7\r\n>*$\r\nä\r\n"
          + "$0\r\n\r\n"
          + "$-1\r\n"
          + "*-1\r\n"
          + "_\r\n"
          + "#t\r\n"
          + ",-1.5e3\r\n"
          + "(3492890328409238509324850943850943825024385\r\n"
          + "=7\r\ntxt:abc\r\n"
          + "!5\r\nERR x\r\n"
          + "*2\r\n*0\r\n$1\r\na\r\n"
          + "~1\r\n:1\r\n"
          + "%1\r\n+k\r\n*1\r\n_\r\n"
          + "|1\r\n+ttl\r\n:3\r\n:7\r\n"
          + ">2\r\n+invalidate\r\n*1\r\n+k\r\n";

  private static final List<Reply> ONE_OF_EACH_READ =
      List.of(
          new Reply.Simple("OK"),
          new Reply.Failure("ERR no"),
          new Reply.Number(-42),
          new Reply.Bulk(">*$\r\nä"),
          new Reply.Bulk(""),
          new Reply.Nil(),
          new Reply.Nil(),
          new Reply.Nil(),
          new Reply.Flag(true),
          new Reply.Real(-1500),
          new Reply.Big(new BigInteger("3492890328409238509324850943850943825024385")),
          new Reply.Bulk("abc"),
          new Reply.Failure("ERR x"),
          new Reply.Items(List.of(new Reply.Items(List.of()), new Reply.Bulk("a"))),
          new Reply.Members(List.of(new Reply.Number(1))),
          new Reply.Pairs(
              List.of(
                  new Reply.Pair(
                      new Reply.Simple("k"), new Reply.Items(List.of(new Reply.Nil()))))),
          new Reply.Number(7),
          new Reply.Push(
              List.of(
                  new Reply.Simple("invalidate"),
                  new Reply.Items(List.of(new Reply.Simple("k"))))));

  @Test
  void readsEveryTypeOfBothProtocols() {
    assertThat(decode(List.of(bytes(ONE_OF_EACH)))).isEqualTo(ONE_OF_EACH_READ);
  }

  @Test
  void readsASetInTheOrderOfTheWire() {
    Reply b = new Reply.Bulk("b");
    Reply a = new Reply.Bulk("a");
    assertThat(decode(List.of(bytes("~2\r\n$1\r\nb\r\n$1\r\na\r\n~0\r\n*1\r\n~1\r\n$1\r\na\r\n"))))
        .containsExactly(
            new Reply.Members(List.of(b, a)),
            new Reply.Members(List.of()),
            new Reply.Items(List.of(new Reply.Members(List.of(a)))));
  }

  @Test
  void readsAnErrorInsideWithoutTakingItForTheReply() {
    assertThat(decode(List.of(bytes("%1\r\n:1\r\n-ERR no\r\n"))))
        .containsExactly(
            new Reply.Pairs(
                List.of(new Reply.Pair(new Reply.Number(1), new Reply.Failure("ERR no")))));
  }

  @Test
  void readsTheSameWhereverTheBytesAreCut() {
    byte[] whole = bytes(ONE_OF_EACH);
    for (int cut = 0; cut <= whole.length; cut++) {
      List<byte[]> pieces = List.of(part(whole, 0, cut), part(whole, cut, whole.length));
      assertThat(decode(pieces)).as("cut at %d", cut).isEqualTo(ONE_OF_EACH_READ);
    }
  }

  @Test
  void readsTheSameByteByByte() {
    byte[] whole = bytes(ONE_OF_EACH);
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < whole.length; at++) {
      pieces.add(part(whole, at, at + 1));
    }
    assertThat(decode(pieces)).isEqualTo(ONE_OF_EACH_READ);
  }

  @Test
  void readsABulkLargerThanItsFirstBuffer() {
    String body = "0123456789".repeat(50_000);
    byte[] whole = bytes("$500000\r\n" + body + "\r\n:1\r\n");
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < whole.length; at += 4096) {
      pieces.add(part(whole, at, Math.min(whole.length, at + 4096)));
    }
    assertThat(decode(pieces)).containsExactly(new Reply.Bulk(body), new Reply.Number(1));
  }

  @Test
  void givesOutNothingUntilTheLastByteHasCome() {
    var decoder = new Decoder();
    feed(decoder, "*2\r\n$1\r\na\r\n$1\r\nb\r");
    assertThat(decoder.next()).isEmpty();
    assertThat(decoder.holdsPartOfReply()).isTrue();
    feed(decoder, "\n");
    assertThat(decoder.next())
        .contains(new Reply.Items(List.of(new Reply.Bulk("a"), new Reply.Bulk("b"))));
    assertThat(decoder.holdsPartOfReply()).isFalse();
  }

  @Test
  void doesNotTakeTheBeginningOfAPushForPartOfAReply() {
    var decoder = new Decoder();
    feed(decoder, ":1\r\n>2\r\n+inv");
    assertThat(decoder.next()).contains(new Reply.Number(1));
    assertThat(decoder.next()).isEmpty();
    assertThat(decoder.holdsPartOfReply()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7\r\n",
        "OK\r\n",
        "\r\n",
        "+a\nb",
        "+a\rb",
        ":\r\n",
        ":1.5\r\n",
        ":9223372036854775808\r\n",
        "$-2\r\n",
        "$?\r\n",
        "$1\r\nab\r\n",
        "$1\r\na\n\n",
        "*-2\r\n",
        "~-1\r\n",
        "%-1\r\n",
        "*1\r\n>1\r\n+a\r\n",
        "#x\r\n",
        "_x\r\n",
        ",0x1p3\r\n",
        ",\r\n",
        "(1.5\r\n",
        "=3\r\nabc\r\n"
      })
  void refusesWhatIsNotResp(String text) {
    var decoder = new Decoder();
    feed(decoder, text);
    assertThatThrownBy(decoder::next).isInstanceOf(GarbledReplyException.class);
  }

  @Test
  void refusesEndlessNesting() {
    var decoder = new Decoder();
    feed(decoder, "*1\r\n".repeat(100));
    assertThatThrownBy(decoder::next).isInstanceOf(GarbledReplyException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"inf", "-inf", "nan", "0", "10", "1.5", "-1e-7", "1.7976931348623157e+308"})
  void readsEveryFormOfADouble(String text) {
    double expected =
        switch (text) {
          case "inf" -> Double.POSITIVE_INFINITY;
          case "-inf" -> Double.NEGATIVE_INFINITY;
          case "nan" -> Double.NaN;
          default -> Double.parseDouble(text);
        };
    assertThat(decode(List.of(bytes("," + text + "\r\n"))))
        .containsExactly(new Reply.Real(expected));
  }

  private static List<Reply> decode(List<byte[]> pieces) {
    var decoder = new Decoder();
    var replies = new ArrayList<Reply>();
    for (byte[] piece : pieces) {
      decoder.feed(piece, piece.length);
      var next = decoder.next();
      while (next.isPresent()) {
        replies.add(next.get());
        next = decoder.next();
      }
    }
    return replies;
  }

  private static void feed(Decoder decoder, String text) {
    decoder.feed(bytes(text), bytes(text).length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] part(byte[] whole, int from, int to) {
    return Arrays.copyOfRange(whole, from, to);
  }
}
