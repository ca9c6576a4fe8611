package dev.crosstalk.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages as lines of JSON: the records of a sealed interface, by their names.
 *
 * @param <M> the interface
 */
public final class Messages<M> {
  private static final String NAME = "is";

  private final Class<M> type;
  private final List<Class<?>> named;
  private Optional<JsonMapper> mapper = Optional.empty();

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = NAME)
  private interface Named {}

  private Messages(Class<M> type, List<Class<?>> named) {
    this.type = type;
    this.named = named;
  }

  /**
   * Messages of a type.
   *
   * @param parts other sealed interfaces whose records are parts of messages
   */
  public static <M> Messages<M> of(Class<M> type, Class<?>... parts) {
    var named = new ArrayList<Class<?>>(List.of(parts));
    named.add(type);
    return new Messages<>(type, named);
  }

  /** Made when first needed: it takes a while, which a process that begins has for other things. */
  private synchronized JsonMapper mapper() {
    if (mapper.isEmpty()) {
      JsonMapper made =
          JsonMapper.builder()
              .addModule(new Jdk8Module())
              .addModule(new JavaTimeModule())
              .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
              .build();
      for (Class<?> each : named) {
        made.addMixIn(each, Named.class);
        made.registerSubtypes(each.getPermittedSubclasses());
      }
      mapper = Optional.of(made);
    }
    return mapper.get();
  }

  /** Loads what reads and writes messages, before the first one waits for it. */
  public void load() {
    for (Class<?> each : type.getPermittedSubclasses()) {
      try {
        M empty = read("{\"%s\":\"%s\"}".formatted(NAME, each.getSimpleName()));
      } catch (IllegalArgumentException incomplete) {
        // That is all that was wanted.
      }
    }
  }

  /** One line, without its end. */
  public String write(M message) {
    try {
      return mapper().writerFor(type).writeValueAsString(message);
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
      return mapper().readValue(line, type);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "no message: " + malformed.getOriginalMessage() + ": " + line, malformed);
    }
  }
}
