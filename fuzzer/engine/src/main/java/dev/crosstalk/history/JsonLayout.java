package dev.crosstalk.history;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays JSON out for people: what fits stands on one line, all else has a line for each member. Pure
 * ASCII.
 */
final class JsonLayout {
  private static final int LINE_MAX = 120;

  private JsonLayout() {}

  static String of(JsonNode root) {
    var out = new StringBuilder();
    members(out, root, 0);
    return out.append('\n').toString();
  }

  private static void write(StringBuilder out, JsonNode node, int indent, int used) {
    String line = inline(node);
    if (!node.isContainerNode() || used + line.length() <= LINE_MAX) {
      out.append(line);
    } else {
      members(out, node, indent);
    }
  }

  private static void members(StringBuilder out, JsonNode node, int indent) {
    out.append(node.isObject() ? "{" : "[");
    int inner = indent + 2;
    String separator = "\n";
    if (node.isObject()) {
      for (var field : node.properties()) {
        String name = quoted(field.getKey()) + ": ";
        out.append(separator).repeat(' ', inner).append(name);
        write(out, field.getValue(), inner, inner + name.length());
        separator = ",\n";
      }
    } else {
      for (JsonNode item : node) {
        out.append(separator).repeat(' ', inner);
        write(out, item, inner, inner);
        separator = ",\n";
      }
    }
    out.append('\n').repeat(' ', indent).append(node.isObject() ? '}' : ']');
  }

  private static String inline(JsonNode node) {
    if (node.isTextual()) {
      return quoted(node.textValue());
    }
    if (!node.isContainerNode()) {
      return node.toString();
    }
    List<String> members = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(field -> members.add(quoted(field.getKey()) + ":" + inline(field.getValue())));
      return "{" + String.join(", ", members) + "}";
    }
    node.forEach(item -> members.add(inline(item)));
    return "[" + String.join(", ", members) + "]";
  }

  private static String quoted(String text) {
    var escaped = new StringBuilder("\"");
    for (char c : JsonStringEncoder.getInstance().quoteAsString(text)) {
      if (c >= ' ' && c <= '~') {
        escaped.append(c);
      } else {
        escaped.append("\\u%04x".formatted((int) c));
      }
    }
    return escaped.append('"').toString();
  }
}
