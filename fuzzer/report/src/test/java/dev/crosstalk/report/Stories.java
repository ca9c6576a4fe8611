package dev.crosstalk.report;

import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.history.WireEvent.By;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import java.util.Optional;

/** Histories of the kinds there are. */
final class Stories {
  private static final String K1 = "$14\r\nk1@0:default#2\r\n";
  private static final String K2 = "$14\r\nk2@0:default#3\r\n";

  private Stories() {}

  /** A torn reply is glued to the next connection's first bytes. */
  static History tornReply() {
    return new Story()
        .start("A1", "GET", "k1")
        .open(1)
        .request(1, Optional.empty(), "+OK\r\n", "CLIENT", "SETNAME", "x")
        .sent(1, "+OK\r\n")
        .call(1, "A1", K1)
        .step("server tear the reply to A1 1 byte before its end, then close")
        .sent(1, K1.substring(0, K1.length() - 1))
        .ended(1, By.SERVER_CLOSE, 1)
        .got("A1", new Outcome.ConnectionLost("EOFException: null"))
        .start("A2", "GET", "k2")
        .open(2)
        .call(2, "A2", K2)
        .step("A await A2")
        .sent(2, K2)
        .got("A2", "k1@0:default#2")
        .step("healing")
        .probe("A:probe-1", "GET", "probe-A1")
        .call(2, "A:probe-1", "$20\r\nprobe-A1@0:default#4\r\n")
        .sent(2, "$20\r\nprobe-A1@0:default#4\r\n")
        .got("A:probe-1", "k2@0:default#3")
        .history();
  }

  static Violation tornReplyMatched() {
    return matched(
        "A2",
        "A2 GET k2 gets \"k2@0:default#3\"",
        "\"k1@0:default#2\", which is the reply to A1 GET k1 on connection 1");
  }

  static Violation matched(String call, String expected, String observed) {
    return new Violation(
        "matched", Family.CROSSED, Grade.FORBIDDEN, Optional.of(call), expected, observed);
  }

  /** Two lanes, a push, a call that is never answered, and a shift that only a probe shows. */
  static History shiftSeenByProbe() {
    String push = ">2\r\n$10\r\ninvalidate\r\n_\r\n";
    return new Story()
        .start("A1", "CLIENT TRACKING", "ON")
        .open(1)
        .request(1, Optional.empty(), "%1\r\n+proto\r\n:3\r\n", "HELLO", "3")
        .sent(1, "%1\r\n+proto\r\n:3\r\n")
        .call(1, "A1", "+OK\r\n")
        .step("A await A1")
        .sent(1, "+OK\r\n")
        .got("A1", "OK")
        .start("B1", "GET", "k1")
        .call(1, "B1", K1)
        .step("server push an invalidation to B, at once")
        .pushed(1, push)
        .sent(1, push)
        .step("B interrupt", Fate.NOTHING, "lanes of sample/raw do not block on their own")
        .step("healing")
        .sent(1, K1)
        .probe("A:probe-1", "GET", "probe-A1")
        .probe("B:probe-1", "GET", "probe-B1")
        .call(1, "A:probe-1", "$20\r\nprobe-A1@0:default#4\r\n")
        .call(1, "B:probe-1", "$20\r\nprobe-B1@0:default#5\r\n")
        .sent(1, "$20\r\nprobe-A1@0:default#4\r\n$20\r\nprobe-B1@0:default#5\r\n")
        .got("A:probe-1", "k1@0:default#2")
        .got("B:probe-1", "probe-A1@0:default#4")
        .history();
  }

  static Violation shiftMatched() {
    return matched(
        "A:probe-1",
        "A:probe-1 GET probe-A1 gets \"probe-A1@0:default#4\"",
        "\"k1@0:default#2\", which is the reply to B1 GET k1 on connection 1");
  }

  /** Nothing wrong, but all sorts of bytes; and a request that is nobody's. */
  static History strangeBytes() {
    String value = "\u0000\u001b[31m\u00ff\"\\" + "x".repeat(600) + "\r\n+OK";
    String reply = "$" + value.length() + "\r\n" + value + "\r\n";
    return new Story()
        .start("A1", "ECHO", value)
        .open(1)
        .call(1, "A1", reply)
        .step("server deliver 5 bytes of the reply to A1")
        .sent(1, reply.substring(0, 5))
        .step("server deliver 10 bytes of the reply to A1")
        .sent(1, reply.substring(5, 15))
        .step("server release the reply to A1")
        .sent(1, reply.substring(15))
        .got("A1", value)
        .got("A1", new Outcome.Garbled("again\u001b\u202e"))
        .step("healing")
        .stray("\u0007bytes that are no request")
        .ended(1, By.DRIVER, 0)
        .history();
  }
}
