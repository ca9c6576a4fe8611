package dev.crosstalk.releases;

import dev.crosstalk.releases.ReleaseException.Fault;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;

/** An artifact that is asked for besides the driver. */
record Extra(String text, Artifact artifact) {
  private static final String FORM = "it takes group:artifact:version";

  /**
   * Reads {@code group:artifact[:classifier]:version} texts.
   *
   * @throws ReleaseException when one is something else
   */
  static List<Extra> parse(List<String> texts) throws ReleaseException {
    var extras = new ArrayList<Extra>();
    for (String text : texts) {
      int version = text.lastIndexOf(':');
      if (!text.matches("[^:\\s/]+(:[^:\\s/]+){2,3}")) {
        throw new ReleaseException(Fault.WITH, "'" + text + "' is no artifact", FORM);
      }
      extras.add(
          new Extra(
              text,
              Repositories.artifact(text.substring(0, version), text.substring(version + 1))));
    }
    return extras;
  }

  /** Whether it is this that a repository has not. */
  boolean is(Artifact missing) {
    return artifact.getGroupId().equals(missing.getGroupId())
        && artifact.getArtifactId().equals(missing.getArtifactId());
  }
}
