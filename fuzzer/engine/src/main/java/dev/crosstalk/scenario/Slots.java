package dev.crosstalk.scenario;

import dev.crosstalk.resp.Corruption;
import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The slots that steps are made of. */
final class Slots {
  static final Slot<Label> CALL =
      new Slot<>("CALL", Slots::startsWithCapital, Slots::readLabel, Label::toString);

  static final Slot<Lane> LANE = new Slot<>("LANE", Slots::readLane, Lane::toString);

  static final Slot<Command> COMMAND = new Slot<>("COMMAND", CommandText::read, CommandText::write);

  /** One byte or more. */
  static final Slot<Integer> BYTES = new Slot<>("N bytes", words -> words.bytes(1), Slots::bytes);

  static final Slot<Cut> CUT = new Slot<>("CUT", CutText::read, CutText::write);

  static final Slot<Ending> ENDING =
      new Slot<>(
          "close|reset",
          token -> token.is(word(Ending.CLOSE)) || token.is(word(Ending.RESET)),
          Slots::readEnding,
          Slots::word);

  /** An ending that follows, or none. */
  static final Slot<Optional<Ending>> THEN =
      new Slot<>(
          "[, then close|reset]",
          words -> words.skip(", then") ? Optional.of(readEnding(words)) : Optional.empty(),
          ending -> ending.map(how -> ", then " + word(how)).orElse(""));

  /** What a caller completes a future with. */
  static final Slot<CallersWord> WORD =
      new Slot<>("timeout|default", Slots::readCallersWord, Slots::word);

  static final Slot<ErrorCode> ERROR = new Slot<>("CODE", Slots::readError, ErrorCode::toString);

  static final Slot<Corruption> CORRUPTION =
      new Slot<>("ILLEGAL-BYTES", Slots::readCorruption, Corruption::toString);
  static final Slot<String> CHANNEL =
      new Slot<>("CHANNEL", words -> words.take().text(), WordText::of);

  /** What follows the label in a message, or nothing. */
  static final Slot<String> BODY =
      new Slot<>(
          "[with TEXT]",
          words -> words.skip("with") ? words.take().text() : "",
          body -> body.isEmpty() ? "" : "with " + WordText.of(body));

  /** Of one key, or of all. */
  static final Slot<Optional<String>> KEY =
      new Slot<>(
          "[of KEY]",
          words -> words.skip("of") ? Optional.of(words.take().text()) : Optional.empty(),
          key -> key.map(one -> "of " + WordText.of(one)).orElse(""));

  /** Numbers to the end of the line. */
  static final Slot<List<Integer>> OPTIONS =
      new Slot<>(
          "N ...",
          Slots::readOptions,
          options -> options.stream().map(String::valueOf).collect(Collectors.joining(" ")));

  private Slots() {}

  static String bytes(int bytes) {
    return bytes + (bytes == 1 ? " byte" : " bytes");
  }

  private static boolean startsWithCapital(Token token) {
    return token.kind() == Token.Kind.BARE && Character.isUpperCase(token.text().charAt(0));
  }

  private static Label readLabel(Words words) {
    String text = words.bare();
    try {
      return Label.parse(text);
    } catch (IllegalArgumentException unreadable) {
      throw words.wrong(
          WordText.shown(text) + " is not a call",
          "a call is the letter of its lane and a number from 1 to "
              + Label.NUMBER_MAX
              + ", as in A1");
    }
  }

  private static List<Integer> readOptions(Words words) {
    var options = new ArrayList<Integer>();
    do {
      options.add(words.number("a choice", 0, Step.Choose.OPTION_MAX));
    } while (!words.atEnd());
    return options;
  }

  private static ErrorCode readError(Words words) {
    String text = words.bare();
    for (ErrorCode code : ErrorCode.values()) {
      if (code.toString().equals(text)) {
        return code;
      }
    }
    throw words.wrong(
        "unknown error " + WordText.shown(text),
        "an error is one of " + Arrays.toString(ErrorCode.values()));
  }

  private static Corruption readCorruption(Words words) {
    String text = words.bare();
    for (Corruption how : Corruption.values()) {
      if (how.toString().equals(text)) {
        return how;
      }
    }
    throw words.wrong(
        "unknown illegal bytes " + WordText.shown(text),
        "they are one of " + Arrays.toString(Corruption.values()));
  }

  private static Lane readLane(Words words) {
    String text = words.bare();
    if (!text.matches("[A-Z]")) {
      throw words.wrong(WordText.shown(text) + " is not a lane", "a lane is a letter from A to Z");
    }
    return new Lane(text.charAt(0));
  }

  private static Ending readEnding(Words words) {
    String text = words.bare();
    for (Ending ending : Ending.values()) {
      if (word(ending).equals(text)) {
        return ending;
      }
    }
    throw words.wrong(
        "unknown ending " + WordText.shown(text), "a connection ends by 'close' or 'reset'");
  }

  private static CallersWord readCallersWord(Words words) {
    String text = words.bare();
    for (CallersWord word : CallersWord.values()) {
      if (word(word).equals(text)) {
        return word;
      }
    }
    throw words.wrong(
        WordText.shown(text) + " completes no call",
        "a caller completes a call with a 'timeout' or a 'default'");
  }

  private static String word(CallersWord word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Ending ending) {
    return switch (ending) {
      case CLOSE -> "close";
      case RESET -> "reset";
    };
  }
}
