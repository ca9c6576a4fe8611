package dev.crosstalk.server;

import java.nio.charset.StandardCharsets;

/**
 * Patterns as PSUBSCRIBE takes them: {@code *}, {@code ?}, {@code [a-c]}, {@code [^a]}, and a
 * backslash before what stands for itself. Compared byte by byte, as stringmatchlen of Redis's
 * util.c does.
 */
final class GlobPattern {

  private GlobPattern() {}

  /** Whether a text is such as the pattern says; as in Redis, no star is met by an empty text. */
  static boolean matches(String pattern, String text) {
    return text.isEmpty() ? pattern.isEmpty() : matches(bytes(pattern), 0, bytes(text), 0);
  }

  /** One character a byte. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static boolean matches(String pattern, int from, String text, int begin) {
    int p = from;
    int t = begin;
    while (p < pattern.length()) {
      char c = pattern.charAt(p);
      if (c == '*') {
        while (p + 1 < pattern.length() && pattern.charAt(p + 1) == '*') {
          p++;
        }
        return matchesTail(pattern, p + 1, text, t);
      }
      if (t == text.length()) {
        return false;
      }
      if (c == '[') {
        int end = endOfClass(pattern, p + 1);
        if (!isInClass(pattern, p + 1, end, text.charAt(t))) {
          return false;
        }
        p = end;
      } else if (c != '?') {
        p += c == '\\' && p + 1 < pattern.length() ? 1 : 0;
        if (pattern.charAt(p) != text.charAt(t)) {
          return false;
        }
      }
      p++;
      t++;
    }
    return t == text.length();
  }

  private static boolean matchesTail(String pattern, int from, String text, int begin) {
    if (from == pattern.length()) {
      return true;
    }
    for (int t = begin; t <= text.length(); t++) {
      if (matches(pattern, from, text, t)) {
        return true;
      }
    }
    return false;
  }

  /** Where the class ends that begins here: at its bracket, or at the last character. */
  private static int endOfClass(String pattern, int from) {
    int p = from + (from < pattern.length() && pattern.charAt(from) == '^' ? 1 : 0);
    while (p < pattern.length() && pattern.charAt(p) != ']') {
      p += pattern.charAt(p) == '\\' && p + 1 < pattern.length() ? 2 : 1;
    }
    return Math.min(p, pattern.length() - 1);
  }

  private static boolean isInClass(String pattern, int from, int end, char c) {
    boolean not = from < pattern.length() && pattern.charAt(from) == '^';
    int last = end < pattern.length() && pattern.charAt(end) == ']' ? end : end + 1;
    boolean found = false;
    for (int p = from + (not ? 1 : 0); p < last; p++) {
      if (pattern.charAt(p) == '\\' && p + 1 < last) {
        p++;
        found |= pattern.charAt(p) == c;
      } else if (p + 2 < last && pattern.charAt(p + 1) == '-') {
        char low = (char) Math.min(pattern.charAt(p), pattern.charAt(p + 2));
        char high = (char) Math.max(pattern.charAt(p), pattern.charAt(p + 2));
        found |= low <= c && c <= high;
        p += 2;
      } else {
        found |= pattern.charAt(p) == c;
      }
    }
    return found != not;
  }
}
