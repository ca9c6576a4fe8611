package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Examples of what steps do to the replies of a server; calls are GETs of their own label. */
class GateTest {
  private static final String REPLY = "$14\r\nA1@0:default#1\r\n";
  private static final String INVALIDATION = ">2\r\n$10\r\ninvalidate\r\n_\r\n";

  private final Server server =
      new Server(
          new IdentitySource(),
          new Accounts(Optional.empty()),
          (connection, words) ->
              Set.of("A1", "A2", "B1").contains(words.getLast())
                  ? Optional.of(words.getLast())
                  : Optional.empty());
  private final ServerConnection connection = server.accept();

  @Test
  void isClosedByDefault() {
    get("A1");
    assertThat(left()).isEmpty();
    assertThat(server.owing("A1")).contains(connection);
    assertThat(server.owedReply("A1").map(GateTest::text)).contains(REPLY);
  }

  @Test
  void deliversByteByByte() {
    get("A1");
    assertThat(server.deliver("A1", 7)).isTrue();
    assertThat(left()).isEqualTo(REPLY.substring(0, 7));
    server.deliver("A1", 1);
    server.deliver("A1", 1);
    assertThat(left()).isEqualTo(REPLY.substring(7, 9));
    server.deliver("A1", 1000);
    assertThat(left()).isEqualTo(REPLY.substring(9));
    assertThat(server.deliver("A1", 1)).isFalse();
  }

  @Test
  void deliversWithTheReplyAllThatStandsBeforeIt() {
    get("A1");
    get("A2");
    server.deliver("A2", 3);
    assertThat(left()).isEqualTo(REPLY + "$14");
    assertThat(server.owing("A1")).isEmpty();
  }

  @Test
  void anElementOfExecHasLeftBeforeTheOthersHave() {
    var own =
        new Server(
            new IdentitySource(),
            new Accounts(Optional.empty()),
            (connection, words) -> Optional.of(words.getLast()));
    ServerConnection other = own.accept();
    byte[] block = "MULTI\r\nGET A1\r\nGET A2\r\nEXEC\r\n".getBytes(StandardCharsets.US_ASCII);
    List<Executed> inside = other.receive(block).getLast().inside();

    own.deliver("EXEC", "*2\r\n".length() + REPLY.length() - 1);
    other.gate().take().flatMap(Gate.Chunk::begun).orElseThrow().stampElements(5);
    assertThat(inside).extracting(Executed::sentNanos).containsOnly(-1L);

    own.deliver("EXEC", 1);
    other.gate().take().flatMap(Gate.Chunk::begun).orElseThrow().stampElements(7);
    assertThat(inside).extracting(Executed::sentNanos).containsExactly(7L, -1L);

    own.deliver("EXEC", REPLY.length());
    other.gate().take().orElseThrow().finished().getLast().stampElements(9);
    assertThat(inside).extracting(Executed::sentNanos).containsExactly(7L, 9L);
  }

  @Test
  void stopsAtAHeldReply() {
    get("A1");
    get("A2");
    server.hold("A1");
    server.await("A2");
    server.release("A2");
    server.deliver("A2", 5);
    assertThat(left()).isEmpty();
    assertThat(server.release("A1")).isTrue();
    assertThat(left()).isEqualTo(REPLY);
  }

  @Test
  void deliversOfAHeldReplyWhatIsAskedFor() {
    server.hold("A1");
    get("A1");
    server.await("A1");
    assertThat(left()).isEmpty();
    server.deliverUpTo("A1", 4);
    assertThat(left()).isEqualTo(REPLY.substring(0, 4));
  }

  @Test
  void aHoldMayComeBeforeTheRequestAndEndBeforeIt() {
    server.hold("A1");
    assertThat(server.release("A1")).isTrue();
    assertThat(server.release("A1")).isFalse();
    server.await("A1");
    get("A1");
    assertThat(left()).isEqualTo(REPLY);
  }

  @Test
  void anAwaitedReplyLeavesAsItComesUntilNobodyAwaitsIt() {
    server.await("A1");
    get("A1");
    assertThat(left()).isEqualTo(REPLY);
    server.stopAwaiting("A1");
    get("A1");
    assertThat(left()).isEmpty();
  }

  @Test
  void aPushStandsBeforeWhatIsClosedAndBehindWhatHasBegun() {
    track();
    get("A1");
    push();
    assertThat(left()).isEqualTo(INVALIDATION);
    server.deliver("A1", 3);
    push();
    assertThat(left()).isEqualTo("$14");
    server.release("A1");
    assertThat(left()).isEqualTo("\r\nA1@0:default#3\r\n" + INVALIDATION);
  }

  @Test
  void aPushDoesNotPrecedeTheReplyToWhatCausesIt() {
    track("B1");
    push();
    assertThat(left()).isEmpty();
    server.release("B1");
    assertThat(left()).isEqualTo("+OK\r\n" + INVALIDATION);
  }

  @Test
  void pushesKeepTheirOrder() {
    var rules = new GateRules();
    var gate = new Gate(rules, false);
    var cause =
        new Executed(
            1,
            Optional.of("A1"),
            List.of("GET"),
            Optional.empty(),
            new Origin(0, "default", "", 1),
            Protocol.RESP3,
            Replies.OK,
            "+OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
    gate.owe(cause);
    gate.push(">1".getBytes(StandardCharsets.ISO_8859_1), cause);
    gate.push(">2".getBytes(StandardCharsets.ISO_8859_1), cause);
    gate.letOut("A1");
    assertThat(text(gate.take().orElseThrow().bytes())).isEqualTo("+OK\r\n>1>2");
  }

  @Test
  void pushesNothingWithoutACause() {
    assertThat(connection.pushInvalidation(Optional.empty())).isEmpty();
    say("CLIENT TRACKING ON");
    assertThat(connection.pushInvalidation(Optional.empty())).as("RESP2").isEmpty();
    track();
    assertThat(connection.pushInvalidation(Optional.empty())).isPresent();
    say("CLIENT TRACKING OFF");
    assertThat(connection.pushInvalidation(Optional.empty())).isEmpty();
  }

  @Test
  void tellsOfAKeyOnceEachTimeThatItIsRead() {
    track();
    assertThat(invalidationOf("c1")).as("not read").isEmpty();
    say("SET c1 v");
    assertThat(invalidationOf("c1")).as("written").isEmpty();
    say("MGET c0 c1");
    assertThat(invalidationOf("c1")).contains(">2\r\n$10\r\ninvalidate\r\n*1\r\n$2\r\nc1\r\n");
    assertThat(invalidationOf("c1")).as("told of").isEmpty();
    assertThat(invalidationOf("c0")).isPresent();
    say("MULTI");
    say("GET c1");
    assertThat(invalidationOf("c1")).as("queued").isEmpty();
    say("EXEC");
    assertThat(invalidationOf("c1")).as("executed").isPresent();
    say("GET c1");
    say("CLIENT TRACKING OFF");
    say("CLIENT TRACKING ON");
    assertThat(invalidationOf("c1")).as("forgotten").isEmpty();
  }

  private Optional<String> invalidationOf(String key) {
    return connection.pushInvalidation(Optional.of(key)).map(GateTest::text);
  }

  @Test
  void stallsTheNextConnectionOnlyAndOnlyUntilHealing() {
    server.stallNextHandshake();
    ServerConnection stalled = server.accept();
    assertThat(stalled.stalled()).isTrue();
    assertThat(server.accept().stalled()).isFalse();
    stalled.receive(bytes(Talk.request("PING")));
    assertThat(stalled.gate().take()).isEmpty();
    server.stallNextHandshake();
    server.heal();
    assertThat(stalled.gate().take().map(chunk -> text(chunk.bytes()))).contains("+PONG\r\n");
    assertThat(server.accept().stalled()).isFalse();
  }

  @Test
  void aReplySentAgainIsLookedForOnTheNewestConnectionThatOwesIt() {
    get("A1");
    ServerConnection second = server.accept();
    second.receive(bytes(Talk.request("GET", "A1")));
    assertThat(server.owing("A1")).contains(second);
    server.release("A1");
    assertThat(second.gate().unsent()).isPositive();
    assertThat(second.gate().take()).isPresent();
    assertThat(left()).isEqualTo(REPLY);
  }

  private void get(String key) {
    say("GET " + key);
  }

  private void say(String line) {
    connection.receive(bytes(Talk.request(line.split(" "))));
  }

  /** By a driver's own commands, or with the label of a call. */
  private void track(String... label) {
    say("HELLO 3");
    left();
    connection.receive(
        bytes(
            label.length == 0
                ? Talk.request("CLIENT", "TRACKING", "ON")
                : Talk.request("CLIENT", "TRACKING", "ON", label[0])));
    left();
  }

  private void push() {
    assertThat(connection.pushInvalidation(Optional.empty()).map(GateTest::text))
        .contains(INVALIDATION);
  }

  private String left() {
    return connection.gate().take().map(chunk -> text(chunk.bytes())).orElse("");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
