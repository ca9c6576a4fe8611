package dev.crosstalk.server;

import dev.crosstalk.resp.Bytes;
import dev.crosstalk.resp.RespValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The scripts that EVAL runs, each known by its exact text and by nothing else; there is no Lua
 * here. They give the reply types that no command has, and each tells its arguments, so that the
 * reply names its request. A real Redis runs them as well, and answers the same bytes (Redis 7.0,
 * script_lua.c, luaReplyToRedisReply).
 */
public enum Script {
  /** A bulk string. */
  BULK("return ARGV[1]", 1),
  /** A simple string; CR and LF become blanks. */
  SIMPLE("return {ok=ARGV[1]}", 1),
  /** An error; the argument begins with its code. */
  ERROR("return {err=ARGV[1]}", 1),
  /** An integer of at most 15 digits, which Lua's doubles hold. */
  INTEGER("return tonumber(ARGV[1])", 1),
  /** Null. */
  NULL("return false", 0),
  /** A boolean: whether the argument is {@code t}. An integer under RESP2. */
  BOOL("redis.setresp(3) return ARGV[1] == 't'", 1),
  /** A double. */
  DOUBLE("return {double=tonumber(ARGV[1])}", 1),
  /** An integer of any size. */
  BIG_NUMBER("return {big_number=ARGV[1]}", 1),
  /** A verbatim string. */
  VERBATIM("return {verbatim_string={format='txt', string=ARGV[1]}}", 1),
  /** A map of one entry. */
  MAP("return {map={[ARGV[1]]=ARGV[2]}}", 2),
  /** A map of a map of an array. */
  NESTED_MAP("return {map={[ARGV[1]]={map={[ARGV[2]]={ARGV[3], 1}}}}}", 3),
  /** A set of one member. */
  SET("return {set={[ARGV[1]]=true}}", 1),
  /** Arrays of arrays. */
  NESTED_ARRAY("return {ARGV[1], {{{ARGV[2]}, ARGV[3]}}}", 3),
  /** An array with a null and an error among its elements. */
  ARRAY_WITH_ERROR("return {ARGV[1], false, {ARGV[2], {err='ERR ' .. ARGV[3]}}}", 3),
  /** An array without elements. */
  EMPTY_ARRAY("return {}", 0),
  /** A map without entries. */
  EMPTY_MAP("return {map={}}", 0),
  /** A set without members. */
  EMPTY_SET("return {set={}}", 0),
  /** The string at a key. */
  GET("return redis.call('GET', KEYS[1])", 0);

  private static final List<Script> ALL = List.of(values());
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,14})");
  private static final Pattern BIG_DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)");

  private final String text;
  private final int argumentsMin;
  private final String digest;

  Script(String text, int argumentsMin) {
    this.text = text;
    this.argumentsMin = argumentsMin;
    this.digest = sha1(text);
  }

  /** The text that EVAL takes, exactly. */
  public String text() {
    return text;
  }

  /** How many arguments it tells; a reply of ours to fewer is an error, of Redis's maybe not. */
  public int argumentsMin() {
    return argumentsMin;
  }

  /** The text's SHA-1 in 40 lower-case hexadecimal digits, by which EVALSHA knows it. */
  public String digest() {
    return digest;
  }

  static Optional<Script> ofText(String text) {
    return ALL.stream().filter(script -> script.text.equals(text)).findFirst();
  }

  /** Runs it; what it tells is as it stands in the arguments of a command. */
  RespValue run(CommandContext context, List<String> keys, List<String> arguments) {
    if (arguments.size() < argumentsMin || (this == GET && keys.isEmpty())) {
      return failed("ERR Lua redis lib command arguments must be strings or integers");
    }
    return switch (this) {
      case BULK -> Replies.bulk(arguments.get(0));
      case SIMPLE -> new RespValue.SimpleString(Replies.oneLine(arguments.get(0)));
      case ERROR -> Replies.error(arguments.get(0));
      case INTEGER -> integer(arguments.get(0));
      case NULL -> new RespValue.Null();
      case BOOL -> new RespValue.Bool(arguments.get(0).equals("t"));
      case DOUBLE -> real(arguments.get(0));
      case BIG_NUMBER -> bigNumber(arguments.get(0));
      case VERBATIM -> new RespValue.VerbatimString("txt", Bytes.ofUtf8(arguments.get(0)));
      case MAP -> map(arguments.get(0), Replies.bulk(arguments.get(1)));
      case NESTED_MAP ->
          map(
              arguments.get(0),
              map(
                  arguments.get(1),
                  RespValue.Array.of(Replies.bulk(arguments.get(2)), Replies.number(1))));
      case SET -> new RespValue.SetValue(List.of(Replies.bulk(arguments.get(0))));
      case NESTED_ARRAY ->
          RespValue.Array.of(
              Replies.bulk(arguments.get(0)),
              RespValue.Array.of(
                  RespValue.Array.of(
                      RespValue.Array.of(Replies.bulk(arguments.get(1))),
                      Replies.bulk(arguments.get(2)))));
      case ARRAY_WITH_ERROR ->
          RespValue.Array.of(
              Replies.bulk(arguments.get(0)),
              new RespValue.Null(),
              RespValue.Array.of(
                  Replies.bulk(arguments.get(1)), Replies.error("ERR " + arguments.get(2))));
      case EMPTY_ARRAY -> new RespValue.Array(List.of());
      case EMPTY_MAP -> new RespValue.MapValue(List.of());
      case EMPTY_SET -> new RespValue.SetValue(List.of());
      case GET -> get(context, keys.get(0));
    };
  }

  private RespValue get(CommandContext context, String key) {
    try {
      return Replies.bulkOrNull(context.find(key, Datum.Text.class).map(Datum.Text::text));
    } catch (RefusedException refused) {
      return refused.reply() instanceof RespValue.SimpleError(String message)
          ? failed(message)
          : refused.reply();
    }
  }

  private RespValue failed(String message) {
    return Replies.error(message + " script: " + digest + ", on @user_script:1.");
  }

  /** As Lua: what is no number is nil, and nil is null. */
  private static RespValue integer(String text) {
    return DECIMAL.matcher(text).matches()
        ? Replies.number(Long.parseLong(text))
        : new RespValue.Null();
  }

  /** As Lua: a table whose only field is nil has none, and is an empty array. */
  private static RespValue real(String text) {
    Optional<Double> number = Numbers.real(text);
    return number.isPresent()
        ? new RespValue.DoubleValue(number.get())
        : new RespValue.Array(List.of());
  }

  /** A Redis passes on any text; ours only a number, since no other is legal. */
  private RespValue bigNumber(String text) {
    return BIG_DECIMAL.matcher(text).matches()
        ? new RespValue.BigNumber(new BigInteger(text))
        : failed("ERR not a number");
  }

  private static RespValue map(String key, RespValue value) {
    return new RespValue.MapValue(List.of(new RespValue.Entry(Replies.bulk(key), value)));
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
