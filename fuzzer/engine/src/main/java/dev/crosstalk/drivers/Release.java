package dev.crosstalk.drivers;

import java.util.List;

/**
 * Another version of a driver than the one that its folder was built with. Messages between
 * processes carry it, so it is of texts only.
 *
 * @param name as the command line takes it: {@code 7.0.0}, {@code file:/home/me/driver.jar}
 * @param with what was asked for besides, {@code group:artifact:version} each; may be empty
 * @param libraries the files that stand in for the folder's {@code lib/}, in the order of the class
 *     path
 */
public record Release(String name, List<String> with, List<String> libraries) {

  public Release {
    with = List.copyOf(with);
    libraries = List.copyOf(libraries);
  }
}
