package dev.crosstalk.server;

import java.util.List;

/**
 * One request on its way through the command engine.
 *
 * @param arguments what follows the command's name, as UTF-8 text
 */
record CommandContext(
    SessionState session,
    Origin origin,
    ValueSource values,
    Accounts accounts,
    List<String> arguments) {

  String argument(int index) {
    return arguments.get(index);
  }

  int count() {
    return arguments.size();
  }
}
