package dev.crosstalk.releases;

import java.nio.file.Path;

/** Which version of a driver is asked for. */
public sealed interface Wanted {

  /** The one that its folder was built with. */
  record Declared() implements Wanted {}

  /** One that a repository has: {@code 7.0.0}. */
  record Version(String text) implements Wanted {}

  /** The newest that a repository has, but no alpha, beta or release candidate. */
  record Latest() implements Wanted {}

  /** A build of one's own, in place of the driver's main artifact. */
  record Jar(Path file) implements Wanted {}
}
