package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lists, hashes, sets, sorted sets and streams byte for byte, stored and as identities. */
class AggregateCommandsTest {
  private static final String WRONG_TYPE =
      "-WRONGTYPE Operation against a key holding the wrong kind of value\r\n";

  private final Talk talk = Talk.storing();

  @Test
  void listsGrowAndShrinkAtBothEnds() {
    assertThat(talk.say("RPUSH l b c")).isEqualTo(":2\r\n");
    assertThat(talk.say("LPUSH l a z")).isEqualTo(":4\r\n");
    assertThat(talk.say("LINDEX l -1")).isEqualTo("$1\r\nc\r\n");
    assertThat(talk.say("LINDEX l 9")).isEqualTo("$-1\r\n");
    assertThat(talk.say("LPOP l")).isEqualTo("$1\r\nz\r\n");
    assertThat(talk.say("RPOP l 2")).isEqualTo("*2\r\n$1\r\nc\r\n$1\r\nb\r\n");
    assertThat(talk.say("LPOP l 0")).isEqualTo("*0\r\n");
    assertThat(talk.say("LPOP l")).isEqualTo("$1\r\na\r\n");
    assertThat(talk.say("EXISTS l")).isEqualTo(":0\r\n");
  }

  @Test
  void nothingToPopIsANullOfTheKindAskedFor() {
    assertThat(talk.say("LPOP l")).isEqualTo("$-1\r\n");
    assertThat(talk.say("LPOP l 1")).isEqualTo("*-1\r\n");
    assertThat(Talk.resp3().say("RPOP l!nil! 1")).isEqualTo("_\r\n");
    assertThat(talk.say("LPOP l -1")).isEqualTo("-ERR value is out of range, must be positive\r\n");
    assertThat(talk.say("LPOP l 1 1"))
        .isEqualTo("-ERR wrong number of arguments for 'lpop' command\r\n");
  }

  @Test
  void whatWaitsForAListGetsTheFirstThatIsThereOrNothing() {
    talk.say("RPUSH l a b c");
    assertThat(talk.say("BLPOP none l 1")).isEqualTo("*2\r\n$1\r\nl\r\n$1\r\na\r\n");
    assertThat(talk.say("BRPOP l 0.5")).isEqualTo("*2\r\n$1\r\nl\r\n$1\r\nc\r\n");
    assertThat(talk.say("LLEN l")).isEqualTo(":1\r\n");
    assertThat(talk.say("BLPOP none 1")).isEqualTo("*-1\r\n");
    assertThat(talk.say("BLPOP l x")).isEqualTo("-ERR timeout is not a float or out of range\r\n");
    assertThat(talk.say("BLPOP l -1")).isEqualTo("-ERR timeout is negative\r\n");
    assertThat(Talk.resp3().say("BLPOP l!nil! 1")).isEqualTo("_\r\n");
    assertThat(Talk.resp2().say("BRPOP l 1"))
        .isEqualTo("*2\r\n$1\r\nl\r\n$16\r\nl[2]@0:default#1\r\n");
  }

  @Test
  void hashesKeepTheOrderOfTheirFields() {
    assertThat(talk.say("HSET h f 1 g 2")).isEqualTo(":2\r\n");
    assertThat(talk.say("HSET h f 3")).isEqualTo(":0\r\n");
    assertThat(talk.say("HGETALL h"))
        .isEqualTo("*4\r\n$1\r\nf\r\n$1\r\n3\r\n$1\r\ng\r\n$1\r\n2\r\n");
    assertThat(talk.say("HMGET h g x")).isEqualTo("*2\r\n$1\r\n2\r\n$-1\r\n");
    assertThat(talk.say("HDEL h f g x")).isEqualTo(":2\r\n");
    assertThat(talk.say("HLEN h")).isEqualTo(":0\r\n");
    assertThat(talk.say("HSET h f"))
        .isEqualTo("-ERR wrong number of arguments for 'hset' command\r\n");
    assertThat(Talk.resp2().say("HGET h f")).isEqualTo("$15\r\nh.f@0:default#1\r\n");
  }

  @Test
  void setsAreSetsUnderResp3() {
    assertThat(Talk.resp3().say("SMEMBERS s"))
        .isEqualTo(
            "~3\r\n$16\r\ns[0]@0:default#2\r\n$16\r\ns[1]@0:default#2\r\n"
                + "$16\r\ns[2]@0:default#2\r\n");
    assertThat(Talk.resp3().say("SMEMBERS s!nil!")).isEqualTo("~0\r\n");
    assertThat(talk.say("SADD s a b a")).isEqualTo(":2\r\n");
    assertThat(talk.say("SREM s a x")).isEqualTo(":1\r\n");
    assertThat(talk.say("SMEMBERS s")).isEqualTo("*1\r\n$1\r\nb\r\n");
    assertThat(talk.say("SISMEMBER s b")).isEqualTo(":1\r\n");
    assertThat(talk.say("SCARD s")).isEqualTo(":1\r\n");
  }

  @Test
  void scoresAreDoublesAndRankMembers() {
    assertThat(talk.say("ZADD z 2 b 1.5 a 2 B")).isEqualTo(":3\r\n");
    assertThat(talk.say("ZSCORE z a")).isEqualTo("$3\r\n1.5\r\n");
    assertThat(talk.say("ZSCORE z x")).isEqualTo("$-1\r\n");
    assertThat(talk.say("ZINCRBY z -inf b")).isEqualTo("$4\r\n-inf\r\n");
    assertThat(talk.say("ZINCRBY z inf b"))
        .isEqualTo("-ERR resulting score is not a number (NaN)\r\n");
    assertThat(talk.say("ZRANGE z 0 -1")).isEqualTo("*3\r\n$1\r\nb\r\n$1\r\na\r\n$1\r\nB\r\n");
    assertThat(talk.say("ZRANGE z 0 0 REV WITHSCORES")).isEqualTo("*2\r\n$1\r\nB\r\n$1\r\n2\r\n");
    talk.say("HELLO 3");
    assertThat(talk.say("ZRANGE z 1 1 withscores")).isEqualTo("*1\r\n*2\r\n$1\r\na\r\n,1.5\r\n");
    assertThat(talk.say("ZADD z x a")).isEqualTo("-ERR value is not a valid float\r\n");
    assertThat(talk.say("ZREM z a b B")).isEqualTo(":3\r\n");
  }

  @Test
  void aScoreNamesItsExecution() {
    assertThat(Talk.resp3().say("ZSCORE z m")).isEqualTo(",1000002.5\r\n");
    assertThat(Talk.resp2().say("ZINCRBY z 1 m")).isEqualTo("$9\r\n1000001.5\r\n");
    assertThat(Talk.resp3().say("ZSCORE z m!nil!")).isEqualTo("_\r\n");
  }

  @Test
  void streamsNest() {
    assertThat(talk.say("XADD x 1-2 f v")).isEqualTo("$3\r\n1-2\r\n");
    assertThat(talk.say("XADD x 1-2 f v"))
        .isEqualTo(
            "-ERR The ID specified in XADD is equal or smaller than the target stream top"
                + " item\r\n");
    talk.say("XADD x 3 f w");
    assertThat(talk.say("XRANGE x - 2"))
        .isEqualTo("*1\r\n*2\r\n$3\r\n1-2\r\n*2\r\n$1\r\nf\r\n$1\r\nv\r\n");
    assertThat(talk.say("XRANGE x - + COUNT 0")).isEqualTo("*-1\r\n");
    assertThat(talk.say("XRANGE y - +")).isEqualTo("*0\r\n");
    assertThat(talk.say("XLEN x")).isEqualTo(":2\r\n");
    assertThat(Talk.resp2().say("XADD x * f v")).isEqualTo("$9\r\n1000001-2\r\n");
    assertThat(Talk.resp2().say("XRANGE x - +"))
        .startsWith("*2\r\n*2\r\n$9\r\n1000001-0\r\n*2\r\n$2\r\nf1\r\n$16\r\nx[0]@");
  }

  @Test
  void aKeyHasOneType() {
    talk.say("SET s v");
    for (String line :
        new String[] {
          "LLEN s",
          "LPUSH s a",
          "LPOP s 1",
          "HGET s f",
          "HSET s f v",
          "SADD s a",
          "SMEMBERS s",
          "ZADD s 1 a",
          "ZSCORE s a",
          "XLEN s",
          "XADD s 1 f v",
          "XRANGE s - + COUNT 0"
        }) {
      assertThat(talk.say(line)).as(line).isEqualTo(WRONG_TYPE);
    }
    assertThat(talk.say("TYPE s")).isEqualTo("+string\r\n");
  }
}
