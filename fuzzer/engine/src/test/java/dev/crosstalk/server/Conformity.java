package dev.crosstalk.server;

import dev.crosstalk.resp.Bytes;
import dev.crosstalk.resp.RespDecoder;
import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares what two servers answered to one conversation, reply by reply where it must. */
final class Conformity {

  /** One reply, as it stood on the wire. */
  private record Reply(RespValue value, byte[] bytes) {}

  private final Map<DeclaredDifference, Integer> met = new EnumMap<>(DeclaredDifference.class);

  /** How often each declared difference was met. */
  Map<DeclaredDifference, Integer> met() {
    return met;
  }

  /** What differs and was not declared, for a person to read; empty when nothing does. */
  Optional<String> difference(List<Sent> said, byte[] ours, byte[] theirs) {
    if (Arrays.equals(ours, theirs)) {
      return Optional.empty();
    }
    List<Reply> own = replies(ours);
    List<Reply> others = replies(theirs);
    var queued = new ArrayList<List<String>>();
    int reply = 0;
    for (int i = 0; i < said.size() && reply < Math.max(own.size(), others.size()); i++) {
      if (said.get(i).answered()) {
        if (reply >= own.size() || reply >= others.size()) {
          return Optional.of(report(said.subList(0, i + 1), own, others, reply));
        }
        Reply left = own.get(reply);
        Reply right = others.get(reply);
        if (!Arrays.equals(left.bytes(), right.bytes())
            && !isDeclared(said.get(i).words(), queued, left.value(), right.value())) {
          return Optional.of(report(said.subList(0, i + 1), own, others, reply));
        }
        note(said.get(i).words(), left.value(), queued);
        reply++;
      }
    }
    return own.size() == others.size() && reply == own.size()
        ? Optional.empty()
        : Optional.of(report(said, own, others, reply));
  }

  /** Keeps what is queued until the reply to EXEC shows it. */
  private static void note(List<String> words, RespValue reply, List<List<String>> queued) {
    if (reply.equals(Replies.QUEUED)) {
      queued.add(words);
    } else if (!words.isEmpty() && ends(words.get(0).toUpperCase(Locale.ROOT), reply)) {
      queued.clear();
    }
  }

  private static boolean ends(String name, RespValue reply) {
    return switch (name) {
      case "EXEC" -> true;
      case "DISCARD", "RESET" -> !(reply instanceof RespValue.SimpleError);
      default -> false;
    };
  }

  private boolean isDeclared(
      List<String> words, List<List<String>> queued, RespValue ours, RespValue theirs) {
    boolean exec = !words.isEmpty() && words.get(0).equalsIgnoreCase("EXEC");
    if (exec
        && ours instanceof RespValue.Array(List<RespValue> own)
        && theirs instanceof RespValue.Array(List<RespValue> others)) {
      boolean declared = own.size() == others.size() && own.size() == queued.size();
      for (int i = 0; declared && i < own.size(); i++) {
        declared =
            own.get(i).equals(others.get(i))
                || isDeclared(queued.get(i), List.of(), own.get(i), others.get(i));
      }
      return declared;
    }
    Optional<DeclaredDifference> difference = DeclaredDifference.between(words, ours, theirs);
    difference.ifPresent(each -> met.merge(each, 1, Integer::sum));
    return difference.isPresent();
  }

  private static List<Reply> replies(byte[] stream) {
    var decoder = new RespDecoder();
    var replies = new ArrayList<Reply>();
    int from = 0;
    for (int i = 0; i < stream.length; i++) {
      decoder.feed(stream, i, 1);
      Optional<RespValue> value = decoder.poll();
      if (value.isPresent()) {
        replies.add(new Reply(value.get(), Arrays.copyOfRange(stream, from, i + 1)));
        from = i + 1;
      }
    }
    if (from < stream.length) {
      byte[] rest = Arrays.copyOfRange(stream, from, stream.length);
      replies.add(new Reply(new RespValue.Bulk(Bytes.of(rest)), rest));
    }
    return replies;
  }

  private static String report(List<Sent> said, List<Reply> own, List<Reply> others, int at) {
    var text = new StringBuilder("said, up to where the replies differ:\n");
    said.forEach(each -> text.append("  ").append(each).append('\n'));
    text.append("our server (").append(own.size()).append(" replies in all):\n");
    append(text, own, at);
    text.append("the real one (").append(others.size()).append(" replies in all):\n");
    append(text, others, at);
    return text.toString();
  }

  private static void append(StringBuilder text, List<Reply> replies, int at) {
    for (int i = Math.max(0, at - 3); i <= at; i++) {
      byte[] bytes = i < replies.size() ? replies.get(i).bytes() : new byte[0];
      text.append(i == at ? "> " : "  ")
          .append(i + 1)
          .append(' ')
          .append(shown(bytes))
          .append('\n');
    }
  }

  private static String shown(byte[] bytes) {
    var shown = new StringBuilder();
    for (int from = 0; from < Math.min(bytes.length, 640); from += 64) {
      String part =
          Bytes.of(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 64))).toString();
      shown.append(part, 1, part.length() - 1);
    }
    return bytes.length == 0 ? "nothing" : shown.toString();
  }
}
