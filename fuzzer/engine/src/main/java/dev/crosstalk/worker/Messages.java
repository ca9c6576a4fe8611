package dev.crosstalk.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/**
 * Messages as lines of JSON: the records of a sealed interface, by their names.
 *
 * @param <M> the interface
 */
public final class Messages<M> {
  private final Class<M> type;
  private final JsonMapper mapper;

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "message")
  private interface Named {}

  private Messages(Class<M> type) {
    this.type = type;
    this.mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addMixIn(type, Named.class)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    this.mapper.registerSubtypes(type.getPermittedSubclasses());
  }

  public static <M> Messages<M> of(Class<M> type) {
    return new Messages<>(type);
  }

  /** One line, without its end. */
  public String write(M message) {
    try {
      return mapper.writerFor(type).writeValueAsString(message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot be written: " + message, impossible);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public M read(String line) {
    try {
      return mapper.readValue(line, type);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "no message: " + malformed.getOriginalMessage() + ": " + line, malformed);
    }
  }
}
