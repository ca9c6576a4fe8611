package dev.crosstalk.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Histories as JSON: {@link #FORMAT} first, then the fields of {@link History} in their order, one
 * object to a line where it fits. Equal histories give equal text. Texts are plain ASCII, every
 * other character escaped, so a byte on the wire reads as {@code \u00ff}.
 */
public final class HistoryJson {
  /** The first field; its number is that of the format. */
  static final String FORMAT = "crosstalk-history";

  static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new HistoryTypes())
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private HistoryJson() {}

  /** The text of a history; lines end with LF. */
  public static String write(History history) {
    ObjectNode tree = MAPPER.createObjectNode().put(FORMAT, VERSION);
    tree.setAll((ObjectNode) MAPPER.valueToTree(history));
    return JsonLayout.of(tree);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws HistoryFormatException when it is malformed, or of a newer format
   */
  public static History read(String text) {
    ObjectNode tree = tree(text);
    requireVersion(tree.remove(FORMAT));
    requireNoNulls("", tree);
    addWhatOlderOnesLack(tree);
    try {
      return MAPPER.treeToValue(tree, History.class);
    } catch (JsonMappingException misfit) {
      throw new HistoryFormatException(
          "not a history at " + pathOf(misfit) + ": " + misfit.getOriginalMessage(), misfit);
    } catch (JsonProcessingException impossible) {
      throw new HistoryFormatException(
          "not a history: " + impossible.getOriginalMessage(), impossible);
    }
  }

  private static void addWhatOlderOnesLack(ObjectNode tree) {
    tree.putIfAbsent("threadsLeft", MAPPER.valueToTree(ThreadsLeft.UNKNOWN));
    sayNameless(tree);
  }

  private static ObjectNode tree(String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
      throw new HistoryFormatException(
          "not JSON: line " + line + ": " + malformed.getOriginalMessage(), malformed);
    }
    throw new HistoryFormatException("not a history: it is no JSON object");
  }

  private static void requireVersion(JsonNode version) {
    if (version == null || !version.isIntegralNumber()) {
      throw new HistoryFormatException(
          "not a history: it has no field '" + FORMAT + "' with the number of its format");
    }
    if (version.bigIntegerValue().signum() <= 0) {
      throw new HistoryFormatException("there is no format " + version);
    }
    if (!version.canConvertToInt() || version.intValue() > VERSION) {
      throw new HistoryFormatException(
          "format " + version + " is newer than this Crosstalk, which reads " + VERSION);
    }
  }

  /** A name that is absent is not written, and no name was known to older histories. */
  private static void sayNameless(ObjectNode tree) {
    sayNameless(tree.path("terms"));
    tree.path("executions").forEach(HistoryJson::sayNameless);
  }

  private static void sayNameless(JsonNode named) {
    if (named instanceof ObjectNode object && !object.has(HistoryTypes.CLIENT_NAME)) {
      object.putNull(HistoryTypes.CLIENT_NAME);
    }
  }

  /** What a driver says may be null; nothing else. The depth is bounded by the parser. */
  private static void requireNoNulls(String path, JsonNode node) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = field.getKey();
        if (!field.getValue().isNull() || !HistoryTypes.NULLABLE.contains(name)) {
          requireNoNulls(path + "." + name, field.getValue());
        }
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        requireNoNulls(path + "[" + i + "]", node.get(i));
      }
    } else if (node.isNull()) {
      throw new HistoryFormatException("not a history at " + path.substring(1) + ": null");
    }
  }

  /** {@code calls[3].completions[0].outcome}. */
  private static String pathOf(JsonMappingException misfit) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference step : misfit.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "its top level" : path.toString();
  }
}
