package dev.crosstalk.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Failing code of the user. Where it fails is written in the data, as a mark inside a key or a
 * value, never "at the next call": so deleting a step changes nothing about the others.
 */
public final class UserCode {

  /** Inside an argument: the user's encoder throws when it meets this text. */
  public static final String ENCODE_FAILS = "!encode-fails!";

  /** Inside an argument: its caller has null in its place. */
  public static final String NULL = "!null!";

  /** Inside a message: the user's listener throws when it is told this text. */
  public static final String LISTENER_FAILS = "!listener-fails!";

  /** Inside a value: the user's decoder throws when it has read this text. */
  public static final String DECODE_FAILS = "!decode-fails!";

  /** Inside a value: the user's decoder throws without having read its bytes. */
  public static final String DECODE_FAILS_UNREAD = "!decode-fails-unread!";

  /**
   * Inside a key: one of the values that it holds carries the mark, the number from 1 says which.
   */
  private static final Pattern ONE_OF_SEVERAL =
      Pattern.compile("!decode-fails(-unread)?-at-([1-9][0-9]?)!");

  private static final List<String> MARKS =
      List.of(ENCODE_FAILS, NULL, DECODE_FAILS, DECODE_FAILS_UNREAD);

  private UserCode() {}

  /** The marks that a text carries, joined; empty when it carries none. */
  public static String marksIn(String text) {
    if (text.indexOf('!') < 0) {
      return "";
    }
    String whole = MARKS.stream().filter(text::contains).collect(Collectors.joining());
    Matcher one = ONE_OF_SEVERAL.matcher(text);
    return one.find() ? whole + one.group() : whole;
  }

  /** A text as it would be without its marks. */
  public static String withoutMarks(String text) {
    String bare = ONE_OF_SEVERAL.matcher(text).replaceAll("");
    for (String mark : MARKS) {
      bare = bare.replace(mark, "");
    }
    return bare;
  }

  /**
   * The mark inside a key that holds several values, by which the user's decoder fails on one.
   *
   * @param mark {@link #DECODE_FAILS} or {@link #DECODE_FAILS_UNREAD}
   * @param element counted from 1, to 99
   */
  public static String at(String mark, int element) {
    return mark.substring(0, mark.length() - 1) + "-at-" + element + "!";
  }

  /** What the value at that place carries, by its key's mark; mostly nothing. */
  public static String carriedAt(String key, int element) {
    if (key.indexOf('!') < 0) {
      return "";
    }
    Matcher one = ONE_OF_SEVERAL.matcher(key);
    if (!one.find() || Integer.parseInt(one.group(2)) != element) {
      return "";
    }
    return one.group(1) == null ? DECODE_FAILS : DECODE_FAILS_UNREAD;
  }

  /** Whether a command carries a mark in any of its arguments. */
  public static boolean isIn(Command command) {
    for (String argument : command.arguments()) {
      if (!marksIn(argument).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the caller of a command has null for any of its arguments. */
  public static boolean givesNull(Command command) {
    for (String argument : command.arguments()) {
      if (argument.contains(NULL)) {
        return true;
      }
    }
    return false;
  }

  /** The arguments as the caller has them: null in the place of each that carries {@link #NULL}. */
  public static List<String> given(Command command) {
    if (!givesNull(command)) {
      return command.arguments();
    }
    var given = new ArrayList<String>(command.arguments());
    given.replaceAll(argument -> argument.contains(NULL) ? null : argument);
    return Collections.unmodifiableList(given);
  }

  /** What a user's failing code throws. Looked for in the cause chain of whatever arrives. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }

  /**
   * What an adapter's codec calls on each argument before it encodes it, be it null.
   *
   * @throws Failure when the text carries {@link #ENCODE_FAILS}
   */
  public static String encoding(String text) {
    if (text != null && text.contains(ENCODE_FAILS)) {
      throw new Failure("the user's encoder fails on '" + text + "'");
    }
    return text;
  }

  /**
   * What a listener calls on each message.
   *
   * @throws Failure when the text carries {@link #LISTENER_FAILS}
   */
  public static void listening(String message) {
    if (message.contains(LISTENER_FAILS)) {
      throw new Failure("the user's listener fails on '" + message + "'");
    }
  }

  /**
   * What an adapter's codec calls on each value that it has read the bytes of.
   *
   * @throws Failure when the text carries {@link #DECODE_FAILS} or {@link #DECODE_FAILS_UNREAD}
   */
  public static String decoding(String text) {
    if (text.contains(DECODE_FAILS) || text.contains(DECODE_FAILS_UNREAD)) {
      throw new Failure("the user's decoder fails on '" + text + "'");
    }
    return text;
  }

  /**
   * What an adapter's codec calls on each value before it takes its bytes, where it can look at
   * them.
   *
   * @throws Failure when the text carries {@link #DECODE_FAILS_UNREAD}
   */
  public static void beforeDecoding(String text) {
    if (text.contains(DECODE_FAILS_UNREAD)) {
      throw new Failure("the user's decoder does not even read '" + text + "'");
    }
  }

  /** Whether user code failed anywhere in this chain of causes. */
  static boolean failedIn(Throwable failure) {
    int depth = 0;
    for (Throwable at = failure; at != null && depth < 32; at = at.getCause(), depth++) {
      if (at instanceof Failure) {
        return true;
      }
    }
    return false;
  }
}
