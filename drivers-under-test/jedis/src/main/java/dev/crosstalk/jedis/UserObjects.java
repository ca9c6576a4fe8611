package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.UserCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.Builder;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.PipeliningBase;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.Rawable;

/**
 * Commands as a user puts them together where Jedis has no method, or not his types: arguments that
 * turn themselves into bytes when Jedis asks for them, and a builder that makes what he wants of
 * the reply. Both are code of the user's, and may fail.
 */
final class UserObjects {

  /** What Jedis itself would make of each command's reply. */
  private static final Map<String, Builder<?>> BUILDERS = new TreeMap<>();

  static {
    for (String texts : List.of("GET", "SET", "HGET", "TYPE")) {
      BUILDERS.put(texts, BuilderFactory.STRING);
    }
    for (String numbers : List.of("INCR", "STRLEN", "EXISTS", "LLEN")) {
      BUILDERS.put(numbers, BuilderFactory.LONG);
    }
    BUILDERS.put("MGET", BuilderFactory.STRING_LIST);
    BUILDERS.put("LRANGE", BuilderFactory.STRING_LIST);
    BUILDERS.put("HGETALL", BuilderFactory.STRING_MAP);
    BUILDERS.put("SMEMBERS", BuilderFactory.STRING_SET);
    BUILDERS.put("ZSCORE", BuilderFactory.DOUBLE);
    BUILDERS.put(Script.EVAL, BuilderFactory.AGGRESSIVE_ENCODED_OBJECT);
    BUILDERS.put(Script.EVALSHA, BuilderFactory.AGGRESSIVE_ENCODED_OBJECT);
  }

  /** By a client that borrows a connection for each. */
  static final Bindings<UnifiedJedis> POOL = new Bindings<>();

  /** In a pipeline; there the builder runs when the user asks for the response. */
  static final Bindings<PipeliningBase> IN_BLOCKS = new Bindings<>();

  static {
    BUILDERS.forEach(
        (name, builder) -> {
          POOL.bind(name, (client, words) -> client.executeCommand(object(name, words, builder)));
          IN_BLOCKS.bind(
              name, (block, words) -> block.executeCommand(object(name, words, builder)));
        });
  }

  private UserObjects() {}

  /** A null among the words is a null argument. */
  private static CommandObject<Object> object(String name, List<String> words, Builder<?> builder) {
    var arguments = new CommandArguments(Protocol.Command.valueOf(name));
    for (String word : words) {
      arguments.add(word == null ? (Rawable) null : new Argument(word));
    }
    return new CommandObject<>(arguments, new Decoding(builder));
  }

  /** A text that is encoded late. */
  private record Argument(String text) implements Rawable {

    @Override
    public byte[] getRaw() {
      return UserCode.encoding(text).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** What Jedis' builder makes of a reply, each of its texts looked at by the user's decoder. */
  private static final class Decoding extends Builder<Object> {
    private final Builder<?> builder;

    Decoding(Builder<?> builder) {
      this.builder = builder;
    }

    @Override
    public Object build(Object data) {
      Object built = builder.build(data);
      look(built);
      return built;
    }

    private static void look(Object built) {
      switch (built) {
        case String text -> UserCode.decoding(text);
        case Map<?, ?> map -> map.values().forEach(Decoding::look);
        case Iterable<?> items -> items.forEach(Decoding::look);
        case null, default -> {}
      }
    }
  }
}
