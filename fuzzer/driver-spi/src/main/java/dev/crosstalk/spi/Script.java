package dev.crosstalk.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scripts that EVAL and EVALSHA run, each known by its exact text and by nothing else. They
 * give the reply types that no command has, and each tells its arguments, so that the reply names
 * its request. A real Redis runs them as well, and answers the same bytes (Redis 7.0, script_lua.c,
 * luaReplyToRedisReply). Which one a call runs, its caller knows, and so what type to expect.
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
  /** A map of two entries, the first of which has an error for its value. */
  MAP_WITH_ERROR("return {map={{err='ERR ' .. ARGV[1]}, ARGV[2]}}", 2),
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

  /** Runs a script by its text: {@code EVAL text keys [key ...] [argument ...]}. */
  public static final String EVAL = "EVAL";

  /** Runs a script by its digest, where the server was told of it. */
  public static final String EVALSHA = "EVALSHA";

  private static final List<Script> ALL = List.of(values());

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

  /** Whether it answers with an error, or with one among its elements. */
  public boolean tellsErrors() {
    return text.contains("err=");
  }

  /** The script of that text, exactly. */
  public static Optional<Script> ofText(String text) {
    return ALL.stream().filter(script -> script.text.equals(text)).findFirst();
  }

  /** The script of that digest, in either case. */
  public static Optional<Script> ofDigest(String digest) {
    String lower = digest.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(script -> script.digest.equals(lower)).findFirst();
  }

  /** What an EVAL or EVALSHA runs; empty for any other command. */
  public static Optional<Script> in(Command command) {
    return switch (command.name()) {
      case EVAL -> ofText(command.arguments().getFirst());
      case EVALSHA -> ofDigest(command.arguments().getFirst());
      default -> Optional.empty();
    };
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
