package dev.crosstalk.contract;

import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.corpus.Corpus;
import dev.crosstalk.drivers.DriverFolders;
import dev.crosstalk.drivers.DriverLogs;
import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.report.Places;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The driver of the module whose tests run, loaded from its driver folder as the fuzzer does. */
final class UnderTest {
  /** Set by the build to the folder that the corpus and the reports are in. */
  private static final Path HOME = Path.of(System.getProperty("crosstalk.home", "../.."));

  /** For each variant and world it runs in; open until the tests end. */
  private static final List<Lab> LABS = new ArrayList<>();

  static {
    DriverLogs.silence();
  }

  static final LoadedDriver DRIVER =
      DriverFolders.load(Path.of("target/driver").toAbsolutePath())
          .orElseThrow(() -> new AssertionError("no driver is registered in target/driver"));

  private static final int SIMULATED_PLACES = 2;

  private UnderTest() {}

  /** A lab for each variant in each of its worlds, two simulated worlds side by side. */
  static synchronized List<Lab> labs() {
    if (LABS.isEmpty()) {
      for (WorldKind kind : WorldKind.values()) {
        var worlds = new Worlds(List.of(kind), SIMULATED_PLACES);
        targets().stream()
            .filter(target -> target.variant().runsIn(kind))
            .map(worlds::lab)
            .forEach(LABS::add);
      }
    }
    return LABS;
  }

  /** {@code jedis/raw simulated}. */
  static String nameOf(Lab lab) {
    return lab.target().name() + " " + lab.kind().label();
  }

  private static List<Target> targets() {
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

  /** One test for each variant in each of its worlds. */
  static Stream<DynamicTest> forEachLab(Consumer<Lab> test) {
    return labs().stream().map(lab -> DynamicTest.dynamicTest(nameOf(lab), () -> test.accept(lab)));
  }

  static List<Rehearsal.Run> replay(Lab lab, Scenario scenario, int runs) {
    return Rehearsal.run(lab, scenario, runs);
  }
}
