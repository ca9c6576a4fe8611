package dev.crosstalk.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Draws words, and the forms in which a request of them is sent; keeps what was said. */
class RequestDraw {
  private static final int KEYS = 4;

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "v",
          "0",
          "1",
          "-1",
          "42",
          "007",
          "+5",
          " 7",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "1.5",
          "é🦀",
          "two words",
          "\r\n+OK\r\n:1\r\n$-1\r\n*2\r\n%1\r\n",
          "'\"\\");

  /** What must come as drawn: else it would ask for what is a declared difference. */
  private static final List<String> UNCHANGED =
      List.of("SET", "PERSIST", "CLIENT", "COMMAND", "EVAL", "EVALSHA", "HELLO", "QUIT");

  final Random random;
  private final String prefix;
  final List<Sent> said = new ArrayList<>();

  /** The prefix keeps the keys of conversations apart. */
  RequestDraw(Random random, String prefix) {
    this.random = random;
    this.prefix = prefix;
  }

  /** Mostly one of a type's own keys, sometimes any. */
  final String key(String type) {
    String of =
        type.isEmpty() || random.nextInt(6) == 0 ? pick("s", "l", "h", "t", "z", "x") : type;
    return prefix + of + random.nextInt(KEYS);
  }

  final String text() {
    return oneOf(TEXTS);
  }

  final String index() {
    return pick("0", "-1", "1", "2", "-2", "100", "-100", "x", "+1", "9223372036854775807");
  }

  final String real() {
    return pick("0", "1", "-1.5", "2.25", "1e3", "0.1", "3.3333", "inf", "-inf", "x", "", "1e20");
  }

  final void say(String... words) {
    sayAll(List.of(words));
  }

  /** Sometimes with a word too many or too few, with its name in another case, or as a line. */
  final void sayAll(List<String> words) {
    var said = new ArrayList<>(words);
    if (random.nextInt(30) == 0 && !isUnchanged(words.get(0))) {
      if (random.nextBoolean() && said.size() > 1) {
        said.removeLast();
      } else {
        said.add("junk");
      }
    }
    if (random.nextInt(20) == 0) {
      said.set(0, said.get(0).toLowerCase(Locale.ROOT));
    }
    this.said.add(random.nextInt(10) == 0 ? Sent.inline(said) : Sent.request(said));
  }

  private static boolean isUnchanged(String name) {
    return UNCHANGED.contains(name.toUpperCase(Locale.ROOT));
  }

  final String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  final <T> T oneOf(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
