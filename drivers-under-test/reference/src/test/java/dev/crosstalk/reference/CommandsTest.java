package dev.crosstalk.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.UserCode;
import dev.crosstalk.spi.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {
  private static final Reply A = new Reply.Bulk("a");
  private static final Reply B = new Reply.Bulk("b");

  @Test
  void sendsTheWordsOfTheCommand() throws Exception {
    byte[] bytes = Commands.request(Command.of("CLIENT TRACKING", "ON")).encode();
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo("*3\r\n$6\r\nCLIENT\r\n$8\r\nTRACKING\r\n$2\r\nON\r\n");
  }

  @Test
  void passesEachArgumentThroughTheUsersEncoder() throws Exception {
    Request<?> request = Commands.request(Command.of("MGET", "k", UserCode.ENCODE_FAILS));
    assertThatThrownBy(request::encode).isInstanceOf(UserCode.Failure.class);
  }

  @Test
  void readsAHashAsAMapInBothProtocols() throws Exception {
    Value expected =
        new Value.Pairs(List.of(new Value.Pair(new Value.Text("a"), new Value.Text("b"))));
    assertThat(read("HGETALL", new Reply.Pairs(List.of(new Reply.Pair(A, B))))).isEqualTo(expected);
    assertThat(read("HGETALL", new Reply.Items(List.of(A, B)))).isEqualTo(expected);
  }

  @Test
  void readsAbsentValuesAsNil() throws Exception {
    assertThat(read("GET", new Reply.Nil())).isEqualTo(new Value.Nil());
    assertThat(read("MGET", new Reply.Items(List.of(A, new Reply.Nil()))))
        .isEqualTo(new Value.Items(List.of(new Value.Text("a"), new Value.Nil())));
  }

  @Test
  void readsScoresInBothProtocols() throws Exception {
    Reply text = new Reply.Bulk("1000001.5");
    Reply real = new Reply.Real(1000001.5);
    Value score = new Value.Real(1000001.5);
    assertThat(read("ZSCORE", text)).isEqualTo(score);
    assertThat(read("ZSCORE", real)).isEqualTo(score);
    assertThat(read("ZSCORE", new Reply.Nil())).isEqualTo(new Value.Nil());

    Value expected = new Value.Items(List.of(new Value.Items(List.of(new Value.Text("a"), score))));
    assertThat(read("ZRANGE", new Reply.Items(List.of(A, text)))).isEqualTo(expected);
    assertThat(read("ZRANGE", new Reply.Items(List.of(new Reply.Items(List.of(A, real))))))
        .isEqualTo(expected);
    assertThat(read("ZRANGE", new Reply.Items(List.of()))).isEqualTo(new Value.Items(List.of()));
  }

  @Test
  void readsASetInTheOrderOfTheWire() throws Exception {
    assertThat(read("SMEMBERS", new Reply.Items(List.of(B, A))))
        .isEqualTo(new Value.Members(List.of(new Value.Text("b"), new Value.Text("a"))));
  }

  @ParameterizedTest
  @MethodSource("anything")
  void readsWhateverAScriptGives(Reply reply, Value expected) throws Exception {
    assertThat(read("EVAL", reply)).isEqualTo(expected);
    assertThat(read("EVALSHA", reply)).isEqualTo(expected);
  }

  static Stream<Arguments> anything() {
    var error = new Reply.Failure("ERR no");
    var foreign = new Value.Foreign("error", "ERR no");
    var one = new Reply.Number(1);
    var a = new Value.Text("a");
    var number = new Value.Number(1);
    return Stream.of(
        arguments(new Reply.Simple("OK"), new Value.Text("OK")),
        arguments(A, a),
        arguments(one, number),
        arguments(new Reply.Nil(), new Value.Nil()),
        arguments(new Reply.Flag(true), new Value.Flag(true)),
        arguments(new Reply.Real(1.5), new Value.Real(1.5)),
        arguments(new Reply.Big(BigInteger.TWO.pow(64)), new Value.Text("18446744073709551616")),
        arguments(new Reply.Items(List.of()), new Value.Items(List.of())),
        arguments(new Reply.Members(List.of()), new Value.Members(List.of())),
        arguments(new Reply.Pairs(List.of()), new Value.Pairs(List.of())),
        arguments(
            new Reply.Items(List.of(A, new Reply.Nil(), new Reply.Items(List.of(one, error)))),
            new Value.Items(
                List.of(a, new Value.Nil(), new Value.Items(List.of(number, foreign))))),
        arguments(
            new Reply.Members(List.of(B, A, error)),
            new Value.Members(List.of(new Value.Text("b"), a, foreign))),
        arguments(
            new Reply.Pairs(
                List.of(
                    new Reply.Pair(one, error),
                    new Reply.Pair(A, new Reply.Pairs(List.of(new Reply.Pair(A, one)))))),
            new Value.Pairs(
                List.of(
                    new Value.Pair(number, foreign),
                    new Value.Pair(a, new Value.Pairs(List.of(new Value.Pair(a, number))))))));
  }

  @Test
  void passesEveryStringOfAScriptThroughTheUsersDecoder() {
    Reply failing = new Reply.Bulk(UserCode.DECODE_FAILS);
    for (Reply reply :
        List.of(
            failing,
            new Reply.Items(List.of(new Reply.Items(List.of(A, failing)))),
            new Reply.Members(List.of(failing)),
            new Reply.Pairs(List.of(new Reply.Pair(failing, A))),
            new Reply.Pairs(List.of(new Reply.Pair(A, failing))))) {
      assertThatThrownBy(() -> read("EVAL", reply)).isInstanceOf(UserCode.Failure.class);
    }
  }

  @Test
  void handsOnTheErrorThatAScriptEndsWith() {
    assertThatThrownBy(() -> read("EVAL", new Reply.Failure("ERR no")))
        .isInstanceOf(ServerErrorException.class)
        .hasMessage("ERR no");
  }

  @Test
  void sendsAScriptAsItStands() throws Exception {
    byte[] bytes = Commands.request(Command.of("EVAL", Script.BULK.text(), "0", "k")).encode();
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo("*4\r\n$4\r\nEVAL\r\n$14\r\nreturn ARGV[1]\r\n$1\r\n0\r\n$1\r\nk\r\n");
  }

  @Test
  void readsASetOfEitherProtocolOnlyWhereASetIsAskedFor() throws Exception {
    assertThat(read("SMEMBERS", new Reply.Members(List.of(B, A))))
        .isEqualTo(read("SMEMBERS", new Reply.Items(List.of(B, A))));
    refuses("SMEMBERS", new Reply.Members(List.of(A, A)));
    refuses("LRANGE", new Reply.Members(List.of(A)));
    refuses("MGET", new Reply.Members(List.of(A)));
  }

  @Test
  void handsTheServersErrorOnUnchanged() {
    assertThatThrownBy(() -> read("INCR", new Reply.Failure("ERR not an integer")))
        .isInstanceOf(ServerErrorException.class)
        .hasMessage("ERR not an integer");
  }

  @Test
  void refusesRepliesOfAnotherType() {
    refuses("GET", new Reply.Simple("OK"));
    refuses("GET", new Reply.Number(1));
    refuses("SET", A);
    refuses("INCR", new Reply.Bulk("1"));
    refuses("LRANGE", new Reply.Items(List.of(A, new Reply.Nil())));
    refuses("MGET", new Reply.Items(List.of(new Reply.Items(List.of(A)))));
    refuses("HGETALL", new Reply.Items(List.of(A)));
    refuses("HGETALL", new Reply.Items(List.of(A, B, A, B)));
    refuses("SMEMBERS", new Reply.Items(List.of(A, A)));
    refuses("STRLEN", A);
    refuses("EXISTS", new Reply.Flag(true));
    refuses("TYPE", A);
    refuses("LLEN", new Reply.Nil());
    refuses("HGET", new Reply.Simple("a"));
    refuses("ZSCORE", A);
    refuses("ZSCORE", new Reply.Number(1));
    refuses("ZRANGE", new Reply.Items(List.of(A)));
    refuses("ZRANGE", new Reply.Items(List.of(A, B)));
    refuses("ZRANGE", new Reply.Items(List.of(new Reply.Items(List.of(A)))));
    refuses("ECHO", new Reply.Nil());
    refuses("PING", A);
    refuses("EVAL", new Reply.Push(List.of(A)));
    refuses("DEBUG PROTOCOL", new Reply.Simple("OK"));
  }

  private static void refuses(String name, Reply reply) {
    assertThatThrownBy(() -> read(name, reply)).isInstanceOf(GarbledReplyException.class);
  }

  private static Value read(String name, Reply reply) throws Exception {
    Command command =
        switch (name) {
          case "PING" -> Command.of(name);
          case "SET", "HGET", "ZSCORE" -> Command.of(name, "k", "v");
          case "ZRANGE" -> Command.of(name, "k", "0", "-1", "WITHSCORES");
          case "LRANGE" -> Command.of(name, "k", "0", "-1");
          default -> Command.of(name, "k");
        };
    return Value.of(Commands.request(command).read(reply));
  }
}
