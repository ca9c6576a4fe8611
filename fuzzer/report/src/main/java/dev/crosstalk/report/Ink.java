package dev.crosstalk.report;

/** Whether text is coloured. */
public enum Ink {
  PLAIN,
  ANSI;

  String paint(String text, Tone tone) {
    if (this == PLAIN || tone.code().isEmpty() || text.isEmpty()) {
      return text;
    }
    return "\u001b[" + tone.code() + "m" + text + "\u001b[0m";
  }
}
