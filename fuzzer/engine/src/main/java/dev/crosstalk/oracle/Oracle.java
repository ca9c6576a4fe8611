package dev.crosstalk.oracle;

import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Grade;
import java.util.List;
import java.util.Optional;

/** One invariant and the code that checks it. */
public interface Oracle {

  /** The invariant's name: lower case, words joined by dashes. */
  String invariant();

  Family family();

  /** What of the history breaks the invariant; empty when it holds. */
  List<Violation> judge(HistoryIndex index);

  /** The same for a history that nobody has indexed yet. */
  default List<Violation> judge(History history) {
    return judge(new HistoryIndex(history));
  }

  /** A violation of this invariant that no documentation allows. */
  default Violation forbidden(Optional<String> call, String expected, String observed) {
    return new Violation(invariant(), family(), Grade.FORBIDDEN, call, expected, observed);
  }
}
