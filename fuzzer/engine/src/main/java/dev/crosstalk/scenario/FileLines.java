package dev.crosstalk.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the lines of one file in order: the format, then headers, then steps. One object reads one
 * file.
 */
final class FileLines {
  private static final String FORMAT_ACCEPTED =
      "the first line is '" + ScenarioReader.FORMAT + " " + ScenarioReader.VERSION + "'";

  private final String fileName;
  private final StepReader stepReader;
  private final HeaderText header = new HeaderText();
  private final List<Step> steps = new ArrayList<>();
  private boolean formatSeen;
  private int firstStepLine;
  private int line;

  FileLines(String fileName, StepReader stepReader) {
    this.fileName = fileName;
    this.stepReader = stepReader;
  }

  void add(String text) {
    line++;
    var place = new Place(fileName, line);
    if (line > ScenarioReader.LINES_MAX) {
      throw place.wrong("too many lines", "a file has at most " + ScenarioReader.LINES_MAX);
    }
    var cursor = new LineCursor(place, withoutReturn(text));
    if (text.startsWith("#") || cursor.atEnd()) {
      return;
    }
    Token first = cursor.next();
    if (formatSeen) {
      addHeaderOrStep(first, cursor);
    } else {
      readFormat(first, cursor);
      formatSeen = true;
    }
  }

  /** The scenario, when all lines have been added. */
  ScenarioFile file() {
    int end = firstStepLine > 0 ? firstStepLine : line + 1;
    var place = new Place(fileName, end);
    if (!formatSeen) {
      throw place.wrong("the file is empty", FORMAT_ACCEPTED);
    }
    return header.file(place, steps);
  }

  private void addHeaderOrStep(Token first, LineCursor cursor) {
    if (first.kind() == Token.Kind.BARE && StepReader.isSubject(first.text())) {
      addStep(first.text(), cursor);
    } else if (first.kind() == Token.Kind.BARE && HeaderText.KEYS.contains(first.text())) {
      if (firstStepLine > 0) {
        throw cursor
            .place()
            .wrong(
                "header '" + first.text() + "' after the first step",
                "headers stand before the steps, the first of which is in line " + firstStepLine);
      }
      header.add(first.text(), cursor);
    } else if (firstStepLine > 0) {
      throw cursor.place().wrong("unknown step " + first.shown(), StepReader.STARTS);
    } else {
      throw cursor
          .place()
          .wrong(
              "unknown header or step " + first.shown(),
              HeaderText.ACCEPTED + ", and with steps " + StepReader.STARTS);
    }
  }

  private void addStep(String subject, LineCursor cursor) {
    if (steps.size() == Scenario.STEPS_MAX) {
      throw cursor.place().wrong("too many steps", "a scenario has at most " + Scenario.STEPS_MAX);
    }
    firstStepLine = firstStepLine > 0 ? firstStepLine : cursor.place().line();
    steps.add(stepReader.read(subject, cursor));
  }

  private static void readFormat(Token first, LineCursor cursor) {
    String version = cursor.rest();
    if (!first.is(ScenarioReader.FORMAT)) {
      throw cursor.place().wrong("the first line starts with " + first.shown(), FORMAT_ACCEPTED);
    }
    if (version.equals(ScenarioReader.VERSION)) {
      return;
    }
    if (version.matches("[1-9][0-9]*")) {
      throw cursor
          .place()
          .wrong(
              "format " + WordText.shown(version) + " is newer than this Crosstalk",
              FORMAT_ACCEPTED);
    }
    throw cursor.place().wrong("unknown format " + WordText.shown(version), FORMAT_ACCEPTED);
  }

  private static String withoutReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
