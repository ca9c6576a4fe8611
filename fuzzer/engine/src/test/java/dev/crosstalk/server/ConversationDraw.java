package dev.crosstalk.server;

import dev.crosstalk.spi.Script;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Draws conversations of one connection: requests of all kinds, and bytes that are none. */
final class ConversationDraw extends RequestDraw {
  private static final int REQUESTS_MAX = 60;

  /** What a conversation says, and how its bytes are cut into chunks. */
  record Conversation(List<Sent> said, List<byte[]> chunks) {}

  private static final List<String> MALFORMED =
      List.of(
          "*1\r\n:1\r\n",
          "*x\r\n",
          "*01\r\n",
          "*1\r\n$x\r\n",
          "*1\r\n$-1\r\n",
          "*1\r\n$536870913\r\n",
          "*2147483648\r\n",
          "*2\r\n$4\r\nPING\r\nPING\r\n",
          "SET 'a\r\n",
          "SET \"a\"b\r\n",
          "*3\r\n$3\r\nSET\r\n$1\r\na\r\n+OK\r\n");

  private static final List<String> IGNORED = List.of("*0\r\n", "\r\n", "*-1\r\n", "   \r\n", "\n");
  private static final List<String> UNFINISHED =
      List.of("*1\r\n$4\r\nPI", "*2\r\n$4\r\nECHO\r\n", "*", "PIN", "*1\r\n$10");

  private final boolean since72;

  ConversationDraw(Random random, String prefix, boolean since72) {
    super(random, prefix);
    this.since72 = since72;
  }

  Conversation draw() {
    if (random.nextBoolean()) {
      say("HELLO", random.nextInt(4) == 0 ? "2" : "3");
    }
    boolean scripts = random.nextInt(8) == 0;
    if (scripts) {
      // Else what another conversation told the real one would be known.
      said.add(Sent.request(List.of("SCRIPT", "FLUSH")));
    }
    int requests = 5 + random.nextInt(REQUESTS_MAX);
    while (said.size() < requests) {
      next(scripts);
    }
    end();
    return new Conversation(List.copyOf(said), chunks());
  }

  private void next(boolean scripts) {
    int kind = random.nextInt(100);
    if (kind < 7) {
      block();
    } else if (kind < 10) {
      control();
    } else if (kind < 16) {
      connection();
    } else if (kind < (scripts ? 40 : 22)) {
      script(scripts);
    } else if (kind < 24) {
      say(pick("FOO", "get get", "\r\nx", "é", "F".repeat(200)), text(), "b".repeat(130));
    } else if (kind < 26) {
      said.add(Sent.ignored(oneOf(IGNORED)));
    } else if (kind < 27) {
      line();
    } else {
      key();
    }
  }

  /** MULTI, some commands, and mostly EXEC. */
  private void block() {
    if (random.nextInt(3) == 0) {
      say("WATCH", key(""));
    }
    say("MULTI");
    for (int i = random.nextInt(6); i > 0; i--) {
      int kind = random.nextInt(20);
      if (kind == 0) {
        control();
      } else if (kind < 3) {
        connection();
      } else if (kind < 5) {
        script(false);
      } else {
        key();
      }
    }
    if (random.nextInt(8) > 0) {
      say(pick("EXEC", "EXEC", "EXEC", "exec", "DISCARD"));
    }
  }

  private void control() {
    switch (random.nextInt(9)) {
      case 0 -> say("MULTI");
      case 1 -> say("EXEC");
      case 2 -> say("DISCARD");
      case 3 -> say("UNWATCH");
      case 4 -> say("WATCH", key(""), key(""));
      case 5 -> say("EXEC", "now");
      case 6 -> say("MULTI", "now");
      case 7 -> say("RESET");
      default -> say("WATCH");
    }
  }

  private void connection() {
    switch (random.nextInt(16)) {
      case 0 -> say("PING");
      case 1 -> say("PING", text());
      case 2 -> say("ECHO", text());
      case 3 -> say("SELECT", pick("0", "1", "15", "16", "-1", "x", "01", "99999999999", ""));
      case 4 -> say("HELLO");
      case 5 -> say("HELLO", pick("2", "3", "3", "4", "x", "0", "-1", "", "03"));
      case 6 -> say("HELLO", pick("2", "3"), "SETNAME", pick("me", "a b", "", "é"));
      case 7 ->
          say(
              "HELLO",
              "3",
              pick("AUTH", since72 ? "SETNAME" : "AUTH", "x\ny"),
              pick("default", "nobody"),
              "p");
      case 8 -> say("AUTH", pick("default", "nobody"), text());
      case 9 -> say(pick("AUTH", "CLIENT", "COMMAND", "SCRIPT"), pick("x", "FOO", "é\r\n"));
      case 10 -> say("CLIENT", "SETNAME", pick("me", "a b", "", "é", "x\ny"));
      case 11 -> say("client", pick("GETNAME", "getname", "ID", "FOO", "SETNAME"));
      case 12 -> {
        say("CLIENT", "TRACKING", pick("ON", "on"));
        say("CLIENT", "TRACKING", pick("OFF", "maybe"));
        say("CLIENT", "TRACKING", "OFF");
      }
      case 13 -> say("COMMAND", pick("COUNT", "FOO"));
      case 14 -> introspection();
      default -> say("DEBUG", pick("PROTOCOL", "PROTOCOL", "FOO"), pick("attrib", "ATTRIB", "x"));
    }
  }

  private void introspection() {
    switch (random.nextInt(5)) {
      case 0 -> say("INFO", pick("server", "replication", "nosuch"));
      case 1 -> say("COMMAND", "DOCS", pick("get", "nosuch"));
      case 2 -> say("COMMAND", "INFO", oneOf(List.copyOf(CommandTable.names())), "nosuch");
      case 3 -> say("CLIENT", pick("NO-EVICT", "no-evict"), pick("on", "OFF", "maybe"));
      default -> {
        if (since72) {
          say("CLIENT", "SETINFO", pick("LIB-NAME", "lib-ver", "foo"), pick("x", "a b"));
          say("CLIENT", "NO-TOUCH", pick("on", "OFF", "maybe"));
        }
      }
    }
  }

  private void script(boolean bySha) {
    Script script = oneOf(List.of(Script.values()));
    var words = new ArrayList<String>();
    boolean load = bySha && random.nextInt(6) == 0;
    if (load) {
      say("SCRIPT", "LOAD", script.text());
    } else if (bySha && random.nextInt(8) == 0) {
      say("SCRIPT", "EXISTS", script.digest(), script.digest().toUpperCase(Locale.ROOT), "x");
    } else if (bySha && random.nextInt(10) == 0) {
      say("SCRIPT", "FLUSH", pick("SYNC", "ASYNC", "x"));
    } else if (random.nextInt(20) == 0) {
      say("EVAL", pick("garbage(", script.text()), pick("-1", "x", "9", "01"), text());
      say("EVAL", "garbage(", "0");
    } else if (bySha && random.nextInt(10) == 0) {
      say("EVALSHA", pick("x", "f".repeat(40)), pick("0", "1", "-1"));
    } else {
      boolean sha = bySha && random.nextBoolean();
      words.add(sha ? pick("EVALSHA", "evalsha") : "EVAL");
      words.add(sha ? script.digest() : script.text());
      words.add("1");
      words.add(key(""));
      for (int i = 0; i < 3; i++) {
        words.add(scriptArgument(script));
      }
      sayAll(words);
    }
  }

  private String scriptArgument(Script script) {
    return switch (script) {
      case BIG_NUMBER -> pick("0", "-5", "123456789012345678901234567890");
      case INTEGER -> pick("0", "-7", "123456789012345", "abc", "é");
      case DOUBLE -> pick("0", "-2.5", "1e300", "0.1", "inf", "-inf", "1234567.75", "abc");
      case BOOL -> pick("t", "f", "");
      case ERROR -> pick("ERR no", "MY error", "ERR a\r\nb", "BUSY é");
      default -> text();
    };
  }

  /** Any line of words; quotes may stand anywhere. */
  private void line() {
    var line = new StringBuilder("z");
    for (int i = random.nextInt(12); i > 0; i--) {
      line.append(pick("a", "b", " ", "\t", "'a'", "\"b\"", "\\n", "*", "$", "é", "\u000b"));
    }
    said.add(Sent.raw(line + pick("\n", "\r\n")));
  }

  private void key() {
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> string();
      case 3 -> anyType();
      case 4 -> list();
      case 5 -> hash();
      case 6 -> set();
      case 7 -> sortedSet();
      default -> stream();
    }
  }

  private void anyType() {
    switch (random.nextInt(6)) {
      case 0 -> say("EXISTS", key(""), key(""), key(""));
      case 1 -> say("TYPE", key(""));
      case 2 -> say("EXPIRETIME", key(""));
      case 3 -> say("PEXPIRETIME", key(""));
      case 4 -> say("PERSIST", key(""));
      default -> say("DEL", key(""), key(""));
    }
  }

  private void string() {
    String key = key("s");
    switch (random.nextInt(11)) {
      case 0, 1 -> say("GET", key);
      case 2 -> say("SET", key, text());
      case 3, 4 -> set(key);
      case 5 -> say("MGET", key, key(""), key(""));
      case 6 -> say("STRLEN", key);
      case 7 -> say("APPEND", key, text());
      case 8 -> say("GETDEL", key);
      case 9 -> say(pick("INCR", "DECR"), key);
      default -> say("INCRBY", key, text());
    }
  }

  /** Times are long past or far away: what a clock would make of them is no matter. */
  private void set(String key) {
    var words = new ArrayList<>(List.of("SET", key, text()));
    boolean relative = false;
    for (int i = random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(10)) {
        case 0, 1 -> words.add(pick("NX", "nx"));
        case 2 -> words.add("XX");
        case 3, 4 -> words.add("GET");
        case 5 -> words.add("KEEPTTL");
        case 6 -> words.addAll(List.of("EXAT", pick("1", "4102444800", "9223372036854775807")));
        case 7 -> words.addAll(List.of("PXAT", pick("1", "4102444800123", "0", "-1", "x")));
        case 8 -> words.add(pick("FOO", "EX", "PX", "EXAT"));
        default -> {
          relative = true;
          words.addAll(
              List.of(pick("EX", "px"), pick("1000000000", "0", "-5", "x", "9223372036854775807")));
        }
      }
    }
    sayAll(words);
    if (relative) {
      // The moment it expires hangs on the clock, so nobody must ask for it.
      say("PERSIST", key);
    }
  }

  private void list() {
    String key = key("l");
    switch (random.nextInt(8)) {
      case 6 -> {
        // Something is there to pop, so that nobody waits.
        said.add(Sent.request(List.of("RPUSH", key, text())));
        said.add(
            Sent.request(
                List.of(pick("BLPOP", "BRPOP"), key, pick("0.01", "0.01", "1", "-1", "x"))));
      }
      case 0 -> say("LPUSH", key, text(), text());
      case 1 -> say("RPUSH", key, text());
      case 2 -> say("LRANGE", key, index(), index());
      case 3 -> say("LLEN", key);
      case 4 -> say("LINDEX", key, index());
      case 5 -> say(pick("LPOP", "RPOP"), key);
      default -> say(pick("LPOP", "RPOP"), key, pick("0", "1", "2", "9", "-1", "x"));
    }
  }

  private void hash() {
    String key = key("h");
    switch (random.nextInt(7)) {
      case 0, 1 -> say("HSET", key, text(), text(), text(), text());
      case 2 -> say("HGETALL", key);
      case 3 -> say("HGET", key, text());
      case 4 -> say("HMGET", key, text(), text());
      case 5 -> say("HLEN", key);
      default -> say("HDEL", key, text(), text());
    }
  }

  private void set() {
    String key = key("t");
    switch (random.nextInt(6)) {
      case 0, 1 -> say("SADD", key, text(), text());
      case 2 -> say("SMEMBERS", key);
      case 3 -> say("SISMEMBER", key, text());
      case 4 -> say("SCARD", key);
      default -> say("SREM", key, text(), text());
    }
  }

  private void sortedSet() {
    String key = key("z");
    switch (random.nextInt(9)) {
      case 0, 1 -> say("ZADD", key, real(), text(), real(), text());
      case 2 -> say("ZRANGE", key, index(), index());
      case 3 -> say("ZRANGE", key, index(), index(), pick("WITHSCORES", "withscores"));
      case 4 -> say("ZRANGE", key, index(), index(), "REV", pick("WITHSCORES", "REV", "FOO"));
      case 5 -> say("ZSCORE", key, text());
      case 6 -> say("ZCARD", key);
      case 7 -> say("ZINCRBY", key, real(), text());
      default -> say("ZREM", key, text(), text());
    }
  }

  private void stream() {
    String key = key("x");
    String id = pick("0-0", "0-1", "1", "1-2", "2", "5-0", "x", "1-x", "-", "7-7");
    switch (random.nextInt(5)) {
      case 0, 1 -> say("XADD", key, id, text(), text());
      case 2 -> say("XRANGE", key, pick("-", "1", "1-1", "x"), pick("+", "2", "1-2", "x"));
      case 3 -> say("XRANGE", key, "-", "+", pick("COUNT", "count"), pick("0", "1", "-1", "x"));
      default -> say("XLEN", key);
    }
  }

  private void end() {
    int how = random.nextInt(12);
    if (how == 0) {
      said.add(Sent.raw(oneOf(MALFORMED)));
      say("PING");
    } else if (how == 1) {
      said.add(Sent.ignored(oneOf(UNFINISHED)));
    } else if (how == 2) {
      say("QUIT", "now");
      say("PING");
    } else {
      say("QUIT");
    }
  }

  private List<byte[]> chunks() {
    var all = new ByteArrayOutputStream();
    said.forEach(each -> all.writeBytes(each.bytes()));
    byte[] bytes = all.toByteArray();
    var chunks = new ArrayList<byte[]>();
    int chunkMax = oneOf(List.of(bytes.length, bytes.length, bytes.length / 3 + 1, 100));
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(chunkMax));
      chunks.add(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return chunks;
  }
}
