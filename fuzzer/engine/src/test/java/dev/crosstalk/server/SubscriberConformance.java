package dev.crosstalk.server;

import dev.crosstalk.resp.RespDecoder;
import dev.crosstalk.resp.RespValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A drawn conversation of a connection that subscribes, and publishes to itself. What is answered
 * is compared whole, under RESP2 in its order; under RESP3 pushes and replies each in theirs, since
 * a Redis before 7.2 tells a connection what it publishes to itself before it says to how many.
 */
final class SubscriberConformance {
  static final Set<String> COMMANDS =
      Set.of("SUBSCRIBE", "PSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE", "PUBLISH");

  private static final List<String> CHANNELS = List.of("a", "b", "ab", "*", "é", "", "x\r\ny");
  private static final List<String> PATTERNS = List.of("a", "*", "a*", "[ab]", "?", "[^a]*", "\\*");
  private static final int REQUESTS_MAX = 30;

  private final Random random;
  private final boolean resp3;
  private final List<List<String>> said = new ArrayList<>();
  private final Set<String> channels = new LinkedHashSet<>();
  private final Set<String> patterns = new LinkedHashSet<>();

  SubscriberConformance(Random random) {
    this.random = random;
    this.resp3 = random.nextBoolean();
    if (resp3) {
      said.add(List.of("HELLO", "3"));
    }
    for (int i = 3 + random.nextInt(REQUESTS_MAX); i > 0; i--) {
      next();
    }
    said.add(List.of("QUIT"));
  }

  private void next() {
    switch (random.nextInt(14)) {
      case 0, 1 -> subscribe("SUBSCRIBE", channels, CHANNELS, 0);
      // Of several patterns that are met, a Redis tells in an order of its own.
      case 2 -> subscribe("PSUBSCRIBE", patterns, PATTERNS, 0);
      case 3, 4 -> unsubscribe("UNSUBSCRIBE", channels, CHANNELS);
      case 5 -> unsubscribe("PUNSUBSCRIBE", patterns, PATTERNS);
      case 6 -> said.add(List.of("PING"));
      case 7 -> said.add(List.of("ping", oneOf(CHANNELS)));
      case 8 -> said.add(List.of("PING", "a", "b"));
      case 9 -> said.add(List.of(oneOf(List.of("SUBSCRIBE", "PSUBSCRIBE", "PUBLISH", "NONE"))));
      case 10 -> said.add(oneOf(List.of(List.of("ECHO", "x"), List.of("CLIENT", "GETNAME"))));
      case 11, 12 -> publish();
      default -> {
        if (!resp3 && random.nextInt(3) == 0) {
          said.add(List.of("RESET"));
          channels.clear();
          patterns.clear();
        } else {
          said.add(List.of("MULTI", "x"));
        }
      }
    }
  }

  private void subscribe(String name, Set<String> subscribed, List<String> from, int least) {
    var words = new ArrayList<String>(List.of(name));
    for (int i = least + 1 + random.nextInt(3); i > 0; i--) {
      words.add(oneOf(from));
    }
    subscribed.addAll(words.subList(1, words.size()));
    said.add(words);
  }

  private void unsubscribe(String name, Set<String> subscribed, List<String> from) {
    if (subscribed.size() < 2 && random.nextBoolean()) {
      said.add(List.of(name));
      subscribed.clear();
      return;
    }
    var words = new ArrayList<String>(List.of(name));
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      words.add(oneOf(from));
    }
    words.subList(1, words.size()).forEach(subscribed::remove);
    said.add(words);
  }

  private void publish() {
    String channel = oneOf(CHANNELS);
    boolean told = patterns.stream().filter(it -> GlobPattern.matches(it, channel)).count() < 2;
    if (told) {
      said.add(List.of("PUBLISH", channel, "m" + said.size() + "\r\n+OK\r\n"));
    }
  }

  private <T> T oneOf(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  List<byte[]> chunks() {
    return said.stream()
        .map(words -> Talk.request(words.toArray(String[]::new)))
        .map(request -> request.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  Optional<String> difference(byte[] ours, byte[] theirs) {
    if (Arrays.equals(ours, theirs)
        || (resp3
            && of(ours, true).equals(of(theirs, true))
            && of(ours, false).equals(of(theirs, false)))) {
      return Optional.empty();
    }
    return Optional.of(said + "\nours:   " + replies(ours) + "\ntheirs: " + replies(theirs));
  }

  /** Without the greeting, which names version and connection. */
  private static List<RespValue> of(byte[] stream, boolean pushes) {
    return replies(stream).stream()
        .filter(value -> value instanceof RespValue.Push == pushes)
        .filter(value -> !(value instanceof RespValue.MapValue))
        .toList();
  }

  private static List<RespValue> replies(byte[] stream) {
    var decoder = new RespDecoder();
    decoder.feed(stream, 0, stream.length);
    var replies = new ArrayList<RespValue>();
    Optional<RespValue> next = decoder.poll();
    while (next.isPresent()) {
      replies.add(next.get());
      next = decoder.poll();
    }
    return replies;
  }
}
