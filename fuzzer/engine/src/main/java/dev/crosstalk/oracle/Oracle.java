package dev.crosstalk.oracle;

import dev.crosstalk.history.History;
import java.util.List;

/** One invariant and the code that checks it. */
public interface Oracle {

  /** The invariant's name: lower case, words joined by dashes. */
  String invariant();

  Family family();

  /** What of the history breaks the invariant; empty when it holds. */
  List<Violation> judge(History history);
}
