package dev.crosstalk.report;

import java.nio.file.Path;

/**
 * How files are named to people, and the command that replays one.
 *
 * @param base files below it are named from here; the folder the launcher stands in
 */
public record Places(Path base) {
  public Places {
    base = base.toAbsolutePath().normalize();
  }

  /** The file as seen from {@link #base}; absolute when it lies elsewhere. */
  public String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString();
  }

  /** {@code ./crosstalk replay reports/x.crosstalk}, fit for a shell. */
  public String replayCommand(Path scenario) {
    String file = shown(scenario);
    boolean plain = file.matches("[A-Za-z0-9/._+:=@-]+") && !file.startsWith("-");
    return "./crosstalk replay " + (plain ? file : "'" + file.replace("'", "'\\''") + "'");
  }
}
