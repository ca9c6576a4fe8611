package dev.crosstalk.scenario;

import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.spi.WorldKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes the lines before the steps. Gathers them while a file is read; one object reads
 * one file.
 */
final class HeaderText {
  static final String TITLE = "title";
  static final String DRIVER = "driver";
  static final String EXPECT = "expect";
  static final String SOURCE = "source";
  static final String SEED = "seed";
  static final String SETTINGS = "settings";

  /** In the order in which they are written. */
  static final List<String> KEYS = List.of(TITLE, DRIVER, EXPECT, SOURCE, SEED, SETTINGS);

  static final String ACCEPTED = "a header is one of " + String.join(", ", KEYS);

  private static final String HOLDS = "holds";
  private static final String VIOLATED = "violated";
  private static final String IN = "in";

  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();
  private Optional<Expectation> expect = Optional.empty();
  private ScenarioSettings settings = ScenarioSettings.PLAIN;

  /** Takes in one line, of which the key has been read. */
  void add(String key, LineCursor line) {
    if (!seen.add(key)) {
      throw line.place().wrong("header '" + key + "' twice", "each header stands once");
    }
    if (line.atEnd()) {
      throw line.place()
          .wrong(
              "header '" + key + "' is empty", "empty text is written \"\", or the line left out");
    }
    switch (key) {
      case EXPECT -> expect = Optional.of(expectation(line));
      case SETTINGS -> settings = SettingsText.read(line);
      default -> texts.put(key, text(line));
    }
  }

  /**
   * The file that these headers and those steps make.
   *
   * @param end where the headers end, to say what is missing
   */
  ScenarioFile file(Place end, List<Step> steps) {
    if (!seen.contains(TITLE)) {
      throw end.wrong("no title", "a file has a header '" + TITLE + "'");
    }
    return new ScenarioFile(
        texts.get(TITLE),
        Optional.ofNullable(texts.get(DRIVER)),
        expect,
        Optional.ofNullable(texts.get(SOURCE)),
        Optional.ofNullable(texts.get(SEED)),
        new Scenario(settings, steps));
  }

  /** The header lines of a file by their keys, in the order in which they are written. */
  static Map<String, String> of(ScenarioFile file) {
    var lines = new LinkedHashMap<String, String>();
    lines.put(TITLE, WordText.ofHeader(file.title()));
    file.driver().ifPresent(driver -> lines.put(DRIVER, WordText.ofHeader(driver)));
    file.expect().ifPresent(expect -> lines.put(EXPECT, of(expect)));
    file.source().ifPresent(source -> lines.put(SOURCE, WordText.ofHeader(source)));
    file.seed().ifPresent(seed -> lines.put(SEED, WordText.ofHeader(seed)));
    lines.put(SETTINGS, SettingsText.write(file.scenario().settings()));
    return lines;
  }

  private static String of(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Holds() -> HOLDS;
      case Expectation.Violated(String invariant, Optional<WorldKind> only) ->
          WordText.of(invariant)
              + " "
              + VIOLATED
              + only.map(world -> " " + IN + " " + world.label()).orElse("");
    };
  }

  private static Expectation expectation(LineCursor line) {
    List<Token> words = line.tokens();
    if (words.size() == 1 && words.getFirst().is(HOLDS)) {
      return new Expectation.Holds();
    }
    if (words.size() >= 2
        && words.getFirst().kind() != Token.Kind.COMMA
        && words.get(1).is(VIOLATED)) {
      String invariant = words.getFirst().text();
      if (words.size() == 2) {
        return new Expectation.Violated(invariant);
      }
      if (words.size() == 4 && words.get(2).is(IN)) {
        return new Expectation.Violated(invariant, Optional.of(world(line, words.get(3))));
      }
    }
    throw line.place()
        .wrong(
            "unknown expectation",
            "it is '%s' or 'INVARIANT %s', or that '%s WORLD'".formatted(HOLDS, VIOLATED, IN));
  }

  private static WorldKind world(LineCursor line, Token word) {
    for (WorldKind world : WorldKind.values()) {
      if (word.is(world.label())) {
        return world;
      }
    }
    throw line.place()
        .wrong(
            "unknown world " + word.shown(),
            "there are "
                + Arrays.stream(WorldKind.values())
                    .map(WorldKind::label)
                    .collect(Collectors.joining(", ")));
  }

  private static String text(LineCursor line) {
    String rest = line.rest();
    if (rest.startsWith("\"")) {
      List<Token> words = line.tokens();
      if (words.size() > 1) {
        throw line.place()
            .wrong(
                words.get(1).shown() + " after the quoted text",
                "text that starts with a quote is quoted to its end");
      }
      return words.getFirst().text();
    }
    rest.codePoints()
        .filter(codePoint -> !WordText.isVisible(codePoint))
        .findFirst()
        .ifPresent(
            codePoint -> {
              throw LineCursor.invisible(line.place(), codePoint);
            });
    return rest;
  }
}
