package dev.crosstalk.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Messages as lines of JSON: the records of a sealed interface, by their names.
 *
 * @param <M> the interface
 */
public final class Messages<M> {
  private final Class<M> type;
  private final JsonMapper mapper;

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  private Messages(Class<M> type, Class<?>[] parts) {
    this.type = type;
    this.mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    nameRecordsOf(type);
    for (Class<?> part : parts) {
      nameRecordsOf(part);
    }
  }

  private void nameRecordsOf(Class<?> sealed) {
    mapper.addMixIn(sealed, Named.class);
    mapper.registerSubtypes(sealed.getPermittedSubclasses());
  }

  /**
   * Messages of a type.
   *
   * @param parts other sealed interfaces whose records are parts of messages
   */
  public static <M> Messages<M> of(Class<M> type, Class<?>... parts) {
    return new Messages<>(type, parts);
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
