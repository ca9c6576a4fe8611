package dev.crosstalk.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How one kind of step is written: fixed words and slots in order. The same form reads and writes,
 * and shows itself in error messages.
 */
final class Form {
  private final List<Part> parts;

  private Form(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Fixed words or a slot. */
  sealed interface Part permits Phrase, Slot {
    boolean opensWith(Token token);

    Filled read(Words words, Filled before);

    String write(Filled filled);

    String shown();
  }

  /** Fixed words, one blank between them. */
  record Phrase(String words) implements Part {
    @Override
    public boolean opensWith(Token token) {
      return token.is(words.split(" ")[0]);
    }

    @Override
    public Filled read(Words words, Filled before) {
      words.expect(this.words);
      return before;
    }

    @Override
    public String write(Filled filled) {
      return words;
    }

    @Override
    public String shown() {
      return words;
    }
  }

  static Form of(String words) {
    return new Form(List.of(new Phrase(words)));
  }

  static Form of(Slot<?> slot) {
    return new Form(List.of(slot));
  }

  Form then(String words) {
    return then(new Phrase(words));
  }

  Form then(Slot<?> slot) {
    return then((Part) slot);
  }

  private Form then(Part part) {
    var more = new ArrayList<>(parts);
    more.add(part);
    return new Form(more);
  }

  /** Whether a step whose first word this is may be meant to be of this form. */
  boolean opensWith(Token token) {
    return parts.getFirst().opensWith(token);
  }

  /** Whether all words that the form opens with stand there: several may share the first. */
  boolean opensWith(List<Token> tokens) {
    if (!(parts.getFirst() instanceof Phrase(String words))) {
      return opensWith(tokens.getFirst());
    }
    String[] expected = words.split(" ");
    return IntStream.range(0, expected.length)
        .allMatch(i -> i < tokens.size() && tokens.get(i).is(expected[i]));
  }

  Filled read(Words words, Filled known) {
    Filled filled = known;
    for (Part part : parts) {
      filled = part.read(words, filled);
    }
    return filled;
  }

  String write(Filled filled) {
    var text = new StringBuilder();
    for (Part part : parts) {
      String words = part.write(filled);
      boolean apart = !text.isEmpty() && !words.isEmpty() && !words.startsWith(",");
      text.append(apart ? " " : "").append(words);
    }
    return text.toString();
  }

  /** As error messages show it: {@code hold the reply to CALL}. */
  @Override
  public String toString() {
    return parts.stream().map(Part::shown).collect(Collectors.joining(" "));
  }
}
