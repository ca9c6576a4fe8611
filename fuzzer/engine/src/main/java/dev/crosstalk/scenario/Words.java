package dev.crosstalk.scenario;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The words of one step's line while they are read, by the form that the step is written in. */
final class Words {
  private final Place place;
  private final List<Token> tokens;
  private final Set<String> commandNames;
  private final String form;
  private int at;

  /**
   * @param commandNames those that may be started
   * @param form how the step is written, for error messages
   */
  Words(Place place, List<Token> tokens, Set<String> commandNames, String form) {
    this.place = place;
    this.tokens = tokens;
    this.commandNames = commandNames;
    this.form = form;
  }

  Set<String> commandNames() {
    return commandNames;
  }

  boolean atEnd() {
    return at == tokens.size();
  }

  /** Whether a word so many after the next one is there and is such. */
  boolean ahead(int distance, Predicate<Token> such) {
    return at + distance < tokens.size() && such.test(tokens.get(at + distance));
  }

  Token take() {
    if (atEnd()) {
      throw wrong("the line ends too early");
    }
    return tokens.get(at++);
  }

  /** Takes a word that stands without quotes. */
  String bare() {
    Token token = take();
    if (token.kind() != Token.Kind.BARE) {
      throw wrong(token.shown() + " where a plain word belongs");
    }
    return token.text();
  }

  void expect(String phrase) {
    for (String word : phrase.split(" ")) {
      Token token = take();
      if (!token.is(word)) {
        throw wrong(token.shown() + " where '" + word + "' belongs");
      }
    }
  }

  /** Takes the phrase if it is next. */
  boolean skip(String phrase) {
    String[] words = phrase.split(" ");
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (!ahead(i, token -> token.is(word))) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  int number(String what, int min, int max) {
    return place.wholeNumber(bare(), what, min, max);
  }

  /** Takes {@code 1 byte} or {@code 7 bytes}. */
  int bytes(int min) {
    int bytes = number("the number of bytes", min, Cut.BYTES_MAX);
    if (!skip("byte")) {
      expect("bytes");
    }
    return bytes;
  }

  ScenarioSyntaxException wrong(String wrong) {
    return wrong(wrong, "it is written '" + form + "'");
  }

  ScenarioSyntaxException wrong(String wrong, String accepted) {
    return place.wrong(wrong, accepted);
  }
}
