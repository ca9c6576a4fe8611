package dev.crosstalk.spi;

/**
 * Under which name a driver is released to Maven repositories, and which of its versions the
 * adapter fits.
 *
 * @param artifact {@code group:artifact} or {@code group:artifact:classifier}: {@code
 *     redis.clients:jedis}
 * @param versions ranges as Maven writes them, tried one by one: {@code [7.2,9),[10,)}
 * @see <a
 *     href="https://maven.apache.org/pom.html#dependency-version-requirement-specification">Maven's
 *     version ranges</a>
 */
public record Released(String artifact, String versions) {

  public Released {
    if (!artifact.matches("[^:\\s]+:[^:\\s]+(:[^:\\s]+)?")) {
      throw new IllegalArgumentException(
          "artifact '" + artifact + "' is not group:artifact[:classifier]");
    }
    if (!versions.matches("[\\[(].*[\\])]")) {
      throw new IllegalArgumentException(
          "versions '" + versions + "' are no ranges, as in [7.2,9)");
    }
  }
}
