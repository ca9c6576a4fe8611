package dev.crosstalk.server;

import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.CommandClass;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Which errors a correct Redis may answer to which command, in its words; texts of Redis 7.4. */
final class LegalErrors {
  /** Not of the flag LOADING in Redis's command table. */
  private static final Set<String> ALSO_WHILE_LOADING =
      Set.of(
          "AUTH",
          "HELLO",
          "SELECT",
          "ECHO",
          "CLIENT",
          "COMMAND",
          "INFO",
          "QUIT",
          "SUBSCRIBE",
          "PSUBSCRIBE",
          "UNSUBSCRIBE",
          "PUNSUBSCRIBE",
          "PUBLISH");

  private static final Set<String> ALSO_WHILE_BUSY = Set.of("AUTH", "HELLO", "CLIENT", "QUIT");

  /** Those that end a transaction come to an end, whatever else they come to. */
  private static final Set<String> ALWAYS_ALLOWED = Set.of("AUTH", "HELLO", "DISCARD", "QUIT");

  private static final Set<String> OF_ONE_TYPE = Set.of("GET", "INCR", "LRANGE", "HGETALL");

  private static final int SLOTS = 16384;

  private LegalErrors() {}

  /** Whether the command could be answered so. */
  static boolean fits(ErrorCode code, CommandDefinition command) {
    String name = command.name();
    return switch (code) {
      case LOADING, MASTERDOWN -> !command.control() && !ALSO_WHILE_LOADING.contains(name);
      case BUSY -> !command.control() && !ALSO_WHILE_BUSY.contains(name);
      case OOM, READONLY -> command.commandClass() == CommandClass.WRITES;
      case NOPERM -> !ALWAYS_ALLOWED.contains(name);
      case MOVED -> command.firstKey() > 0;
      case NOSCRIPT -> name.equals("EVALSHA");
      case WRONGTYPE -> OF_ONE_TYPE.contains(name);
    };
  }

  /** Whether it is found only when the command runs: inside a transaction, at EXEC. */
  static boolean isFoundLate(ErrorCode code) {
    return code == ErrorCode.WRONGTYPE || code == ErrorCode.NOSCRIPT;
  }

  /**
   * The error's reply.
   *
   * @param address the server's own, as {@code host:port}
   */
  static RespValue error(
      ErrorCode code, CommandDefinition command, CommandContext context, String address) {
    return Replies.error(
        code
            + " "
            + switch (code) {
              case LOADING -> "Redis is loading the dataset in memory";
              case BUSY ->
                  "Redis is busy running a script."
                      + " You can only call SCRIPT KILL or SHUTDOWN NOSAVE.";
              case MASTERDOWN ->
                  "Link with MASTER is down and replica-serve-stale-data is set to 'no'.";
              case OOM -> "command not allowed when used memory > 'maxmemory'.";
              case READONLY -> "You can't write against a read only replica.";
              case NOPERM ->
                  "User "
                      + context.origin().user()
                      + " has no permissions to run the '"
                      + command.name().toLowerCase(Locale.ROOT)
                      + "' command";
              case MOVED -> slot(context.argument(command.firstKey() - 1)) + " " + address;
              case NOSCRIPT -> "No matching script. Please use EVAL.";
              case WRONGTYPE -> "Operation against a key holding the wrong kind of value";
            });
  }

  /**
   * The slot of a key: CRC16 (XMODEM) of it, or of the part between its first braces.
   *
   * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/">Redis
   *     cluster specification</a>
   */
  static int slot(String key) {
    int open = key.indexOf('{');
    int close = key.indexOf('}', open + 1);
    String hashed = open >= 0 && close > open + 1 ? key.substring(open + 1, close) : key;
    int crc = 0;
    for (byte octet : hashed.getBytes(StandardCharsets.UTF_8)) {
      crc ^= (octet & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
    }
    return (crc & 0xffff) % SLOTS;
  }
}
