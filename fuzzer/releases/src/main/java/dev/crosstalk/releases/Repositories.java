package dev.crosstalk.releases;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** Maven's own resolver, with the repositories, mirrors and local repository it is told of. */
final class Repositories implements AutoCloseable {
  private static final String ANY = "[0,)";

  private final Context context;

  Repositories(ContextOverrides overrides) {
    this.context = Runtimes.INSTANCE.getRuntime().create(overrides);
  }

  /** As the settings of the user, and of his Maven, say. */
  static Repositories ofUser() {
    ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
    MavenHome.find().ifPresent(overrides::withMavenSystemHomeOverride);
    return new Repositories(overrides.build());
  }

  /**
   * The versions of an artifact that are known, oldest first; none when no repository answers and
   * none is at hand.
   *
   * @param artifact {@code group:artifact[:classifier]}
   */
  List<String> versions(String artifact) {
    var request =
        new VersionRangeRequest(artifact(artifact, ANY), context.remoteRepositories(), null);
    try {
      return context
          .repositorySystem()
          .resolveVersionRange(context.repositorySystemSession(), request)
          .getVersions()
          .stream()
          .map(Object::toString)
          .toList();
    } catch (VersionRangeResolutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Artifacts and all they need to run, those asked for first.
   *
   * @param roots what stands first is nearest, and decides which version of an artifact is taken
   * @throws DependencyResolutionException when some are not to be had; it says which
   */
  List<Artifact> resolve(List<Artifact> roots) throws DependencyResolutionException {
    var collect = new CollectRequest();
    // Not as a root, whose own exclusions and managed versions would count for it alone.
    collect.setDependencies(
        roots.stream().map(root -> new Dependency(root, JavaScopes.RUNTIME)).toList());
    collect.setRepositories(context.remoteRepositories());
    var request =
        new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
    return context
        .repositorySystem()
        .resolveDependencies(context.repositorySystemSession(), request)
        .getArtifactResults()
        .stream()
        .map(ArtifactResult::getArtifact)
        .toList();
  }

  /** The jar of {@code group:artifact[:classifier]} in a version. */
  static Artifact artifact(String artifact, String version) {
    String[] words = artifact.split(":");
    return new DefaultArtifact(
        words[0], words[1], words.length > 2 ? words[2] : "", "jar", version);
  }

  @Override
  public void close() {
    context.close();
  }
}
