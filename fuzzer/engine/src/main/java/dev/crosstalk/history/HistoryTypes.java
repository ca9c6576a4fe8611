package dev.crosstalk.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the types of a history stand in JSON where Jackson cannot know: the variants of sealed types
 * by short names, and the JDK types it does not read by itself.
 */
final class HistoryTypes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  static final String CLIENT_NAME = "clientName";

  /** Fields that may be null: labels and patterns that are absent, and texts a driver gave us. */
  static final Set<String> NULLABLE =
      Set.of("label", "block", "pattern", "detail", "message", "text");

  HistoryTypes() {
    super("histories");
    setMixInAnnotation(Outcome.class, OutcomeNames.class);
    setMixInAnnotation(Value.class, ValueNames.class);
    setMixInAnnotation(Execution.Reply.class, ReplyNames.class);
    setMixInAnnotation(WireEvent.class, WireEventNames.class);
    setMixInAnnotation(Execution.class, MayBeNameless.class);
    setMixInAnnotation(Terms.class, MayBeNameless.class);
    addSerializer(new SortedSet());
    addSerializer(new DurationText());
    addDeserializer(Duration.class, new TextDuration());
    addSerializer(new OptionalText());
    addDeserializer(Optional.class, new TextOptional());
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @Type(value = Outcome.Ok.class, name = "ok"),
    @Type(value = Outcome.Queued.class, name = "queued"),
    @Type(value = Outcome.ServerError.class, name = "server-error"),
    @Type(value = Outcome.TimedOut.class, name = "timed-out"),
    @Type(value = Outcome.Cancelled.class, name = "cancelled"),
    @Type(value = Outcome.ConnectionLost.class, name = "connection-lost"),
    @Type(value = Outcome.Refused.class, name = "refused"),
    @Type(value = Outcome.UserCodeFailed.class, name = "user-code-failed"),
    @Type(value = Outcome.Garbled.class, name = "garbled")
  })
  private interface OutcomeNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @Type(value = Value.Nil.class, name = "nil"),
    @Type(value = Value.Text.class, name = "text"),
    @Type(value = Value.Number.class, name = "number"),
    @Type(value = Value.Flag.class, name = "flag"),
    @Type(value = Value.Real.class, name = "real"),
    @Type(value = Value.Items.class, name = "items"),
    @Type(value = Value.Members.class, name = "members"),
    @Type(value = Value.Pairs.class, name = "pairs"),
    @Type(value = Value.Foreign.class, name = "foreign")
  })
  private interface ValueNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @Type(value = Execution.Reply.Answer.class, name = "answer"),
    @Type(value = Execution.Reply.Failure.class, name = "failure")
  })
  private interface ReplyNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @Type(value = WireEvent.Received.class, name = "received"),
    @Type(value = WireEvent.Sent.class, name = "sent"),
    @Type(value = WireEvent.Pushed.class, name = "pushed"),
    @Type(value = WireEvent.Ended.class, name = "ended"),
    @Type(value = WireEvent.Lost.class, name = "lost"),
    @Type(value = WireEvent.Discarded.class, name = "discarded"),
    @Type(value = WireEvent.HalfClosed.class, name = "half-closed"),
    @Type(value = WireEvent.Corrupted.class, name = "corrupted"),
    @Type(value = WireEvent.Reading.class, name = "reading")
  })
  private interface WireEventNames {}

  /** Most have no name, and histories that are older than names have no such field. */
  private interface MayBeNameless {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Optional<String> clientName();
  }

  /** In the order of their texts, so that equal sets give equal text. */
  private static final class SortedSet extends StdSerializer<Set<?>> {
    private static final long serialVersionUID = 1L;

    SortedSet() {
      super(Set.class, false);
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      List<String> texts = set.stream().map(String::valueOf).sorted().toList();
      out.writeStartArray();
      for (String text : texts) {
        out.writeString(text);
      }
      out.writeEndArray();
    }
  }

  private static final class DurationText extends StdSerializer<Duration> {
    private static final long serialVersionUID = 1L;

    DurationText() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration duration, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(duration.toString());
    }
  }

  private static final class TextDuration extends StdDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    TextDuration() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = _parseString(in, context, this);
      try {
        return Duration.parse(text);
      } catch (DateTimeException notOne) {
        return (Duration)
            context.handleWeirdStringValue(Duration.class, text, "not a duration as PT0.1S is");
      }
    }
  }

  /** The only optional in a history is a text. */
  private static final class OptionalText extends StdSerializer<Optional<?>> {
    private static final long serialVersionUID = 1L;

    OptionalText() {
      super(Optional.class, false);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Optional<?> optional) {
      return optional.isEmpty();
    }

    @Override
    public void serialize(Optional<?> optional, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString((String) optional.orElse(null));
    }
  }

  private static final class TextOptional extends StdDeserializer<Optional<?>> {
    private static final long serialVersionUID = 1L;

    TextOptional() {
      super(Optional.class);
    }

    @Override
    public Optional<?> deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return Optional.of(_parseString(in, context, this));
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
      return Optional.empty();
    }
  }
}
