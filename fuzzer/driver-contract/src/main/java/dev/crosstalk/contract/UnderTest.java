package dev.crosstalk.contract;

import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.campaign.Target;
import dev.crosstalk.corpus.Corpus;
import dev.crosstalk.drivers.DriverFolders;
import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.report.Places;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.world.World;
import dev.crosstalk.world.real.RealWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The driver of the module whose tests run, loaded from its driver folder as the fuzzer does. */
final class UnderTest {
  /** Set by the build to the folder that the corpus and the reports are in. */
  private static final Path HOME = Path.of(System.getProperty("crosstalk.home", "../.."));

  static final World WORLD = new RealWorld();

  static {
    // What drivers log under faults would bury what tests say.
    LogManager.getLogManager().reset();
  }

  static final LoadedDriver DRIVER =
      DriverFolders.load(Path.of("target/driver").toAbsolutePath())
          .orElseThrow(() -> new AssertionError("no driver is registered in target/driver"));

  private UnderTest() {}

  static List<Target> targets() {
    return DRIVER.declaration().variants().stream()
        .map(variant -> new Target(DRIVER, variant))
        .toList();
  }

  static Corpus corpus() {
    return Corpus.read(HOME.resolve("corpus"));
  }

  /** Where a falsified property leaves its scenario. */
  static Path reports() {
    return HOME.resolve("reports").resolve("contract");
  }

  /** How files are named in messages. */
  static Places places() {
    return new Places(HOME);
  }

  /** One test for each variant. */
  static Stream<DynamicTest> forEachVariant(Consumer<Target> test) {
    return targets().stream()
        .map(target -> DynamicTest.dynamicTest(target.name(), () -> test.accept(target)));
  }

  static List<Rehearsal.Run> replay(Target target, Scenario scenario, int runs) {
    return Rehearsal.run(target, scenario, WORLD, runs);
  }
}
