package dev.crosstalk.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.Supplier;

/** A text that is written when first read: nobody reads those of a case in which all is well. */
public final class LazyText {
  private final Supplier<String> writer;

  /** Written twice at worst, and then the same. */
  private String written;

  /**
   * A text to come.
   *
   * @param writer gives the same text whenever it is asked
   */
  public LazyText(Supplier<String> writer) {
    this.writer = writer;
  }

  /** A text that is there. */
  @JsonCreator
  public static LazyText of(String text) {
    return new LazyText(() -> text);
  }

  @Override
  @JsonValue
  public String toString() {
    if (written == null) {
      written = writer.get();
    }
    return written;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LazyText text && toString().equals(text.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
