package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server with a store answers the same bytes as a real Redis: to the same conversations, drawn
 * from seeds, each on a connection of its own. Skipped where there is no Redis.
 */
class ConformanceTest {
  private static final int CONVERSATIONS = Integer.getInteger("conformance.conversations", 20_000);
  private static final int FIRST = Integer.getInteger("conformance.first", 1);
  private static final int REPORTS_MAX = 5;
  private static final Pattern VERSION =
      Pattern.compile("(?:redis|valkey)_version:(\\d+)\\.(\\d+)");

  @TempDir private Path folder;

  @Test
  void answersWhatARealRedisAnswers() throws Exception {
    Optional<Path> program = RealRedis.program();
    assumeTrue(program.isPresent(), "no redis-server or valkey-server on PATH");
    try (var redis = RealRedis.start(program.get(), folder)) {
      boolean since72 = isSince72(redis);
      var conformity = new Conformity();
      var asked = new TreeSet<String>();
      long requests = 0;
      var differing = new ArrayList<String>();
      for (int i = FIRST; i < FIRST + CONVERSATIONS && differing.size() < REPORTS_MAX; i++) {
        var draw = new ConversationDraw(new Random(i), i + ":", since72);
        var conversation = draw.draw();
        byte[] theirs = redis.say(conversation.chunks());
        byte[] ours = ourReplies(conversation.chunks());
        int number = i;
        conformity
            .difference(conversation.said(), ours, theirs)
            .ifPresent(report -> differing.add("conversation " + number + " " + report));
        requests += conversation.said().size();
        conversation.said().stream()
            .filter(said -> !said.words().isEmpty())
            .forEach(said -> asked.add(said.words().get(0).toUpperCase(Locale.ROOT)));
      }
      assertThat(differing).isEmpty();
      asked.addAll(SubscriberConformance.COMMANDS);
      assertThat(asked).as("each command was asked").containsAll(CommandTable.names());
      System.out.printf(
          "Conformance: %d conversations, %d requests, the same bytes but for %s%n",
          CONVERSATIONS, requests, conformity.met());
    }
  }

  @Test
  void answersSubscribersWhatARealRedisAnswers() throws Exception {
    Optional<Path> program = RealRedis.program();
    assumeTrue(program.isPresent(), "no redis-server or valkey-server on PATH");
    try (var redis = RealRedis.start(program.get(), folder)) {
      var differing = new ArrayList<String>();
      for (int i = FIRST; i < FIRST + CONVERSATIONS / 4 && differing.size() < REPORTS_MAX; i++) {
        var conversation = new SubscriberConformance(new Random(i));
        byte[] theirs = redis.say(conversation.chunks());
        byte[] ours = ourReplies(conversation.chunks());
        int number = i;
        conversation
            .difference(ours, theirs)
            .ifPresent(report -> differing.add("conversation " + number + " " + report));
      }
      assertThat(differing).isEmpty();
    }
  }

  private static byte[] ourReplies(List<byte[]> chunks) {
    var server =
        new Server(
            new StoreSource(System.currentTimeMillis()),
            new Accounts(Optional.empty()),
            (connection, words) -> Optional.empty());
    var connection = server.accept();
    var out = new ByteArrayOutputStream();
    for (byte[] chunk : chunks) {
      connection.receive(chunk);
      connection.gate().take().ifPresent(taken -> out.writeBytes(taken.bytes()));
    }
    return out.toByteArray();
  }

  private static boolean isSince72(RealRedis redis) throws Exception {
    String info =
        new String(
            redis.say(List.of("INFO server\r\nQUIT\r\n".getBytes(StandardCharsets.UTF_8))),
            StandardCharsets.UTF_8);
    Matcher version = VERSION.matcher(info);
    assertThat(version.find()).as(info).isTrue();
    int major = Integer.parseInt(version.group(1));
    return major > 7 || (major == 7 && Integer.parseInt(version.group(2)) >= 2);
  }
}
