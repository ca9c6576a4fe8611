package dev.crosstalk.drivers;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverFoldersTest {
  @TempDir Path directory;
  private final List<DriverFolderException> broken = new ArrayList<>();
  private DriverHome home;

  @BeforeEach
  void makeHome() {
    home = new DriverHome(directory);
  }

  @Test
  void loadsEveryFolderThatIsThereByName() throws IOException {
    home.addDriver("zebra");
    home.addDriver("ape");
    assertThat(loadAll())
        .extracting(driver -> driver.declaration().name())
        .containsExactly("ape", "zebra");
  }

  @Test
  void tellsWhatADriverIs() throws IOException {
    home.addDriver("ape");
    LoadedDriver loaded = DriverFolders.load(home.folder("ape")).orElseThrow();
    assertThat(loaded.folder()).isEqualTo(home.folder("ape"));
    assertThat(loaded.variant("other")).isEmpty();
    var subject = loaded.subject(loaded.variant("plain").orElseThrow());
    assertThat(subject.name()).isEqualTo("ape/plain");
    assertThat(subject.version()).isEqualTo("1.0");
    assertThat(subject.kind()).isEqualTo(Kind.CANARY);
  }

  @Test
  void givesEachDriverClassesOfItsOwn() throws IOException {
    home.addDriver("zebra");
    home.addDriver("ape");
    assertThat(loadAll())
        .extracting(driver -> driver.driver().getClass())
        .doesNotHaveDuplicates()
        .allSatisfy(type -> assertThat(type.getName()).isEqualTo("sample.SampleDriver"))
        .allSatisfy(type -> assertThat(type).isAssignableTo(Driver.class));
  }

  @Test
  void takesTheJarsOfADriverFromItsLibraryFolder() throws IOException {
    Path lib = home.folder("ape").resolve("lib");
    DriverHome.compile(
        Map.of("vendor.Vendor", "package vendor; public class Vendor { static int loaded; }"),
        directory.resolve("vendor"));
    Jars.pack(directory.resolve("vendor"), lib.resolve("vendor.jar"));
    Files.writeString(lib.resolve("readme.txt"), "no jar");
    home.addDriver("ape");
    LoadedDriver loaded = DriverFolders.load(home.folder("ape")).orElseThrow();
    ClassLoader loader = loaded.driver().getClass().getClassLoader();
    assertThat(loader).satisfies(l -> assertThat(l.loadClass("vendor.Vendor")).isNotNull());
  }

  @Test
  void takesTheJarsOfAnotherReleaseInstead() throws IOException, ClassNotFoundException {
    Path other = directory.resolve("elsewhere/vendor-2.jar");
    for (var jar :
        Map.of("One", home.folder("ape").resolve("lib/vendor-1.jar"), "Two", other).entrySet()) {
      Path classes = directory.resolve("classes" + jar.getKey());
      DriverHome.compile(
          Map.of("vendor." + jar.getKey(), "package vendor; public class " + jar.getKey() + " {}"),
          classes);
      Jars.pack(classes, jar.getValue());
    }
    home.addDriver("ape");
    var release = new Release("2", List.of(), List.of(other.toString()));
    LoadedDriver loaded =
        DriverFolders.load(home.folder("ape"), Optional.of(release)).orElseThrow();
    assertThat(loaded.name()).isEqualTo("ape@2");
    for (ClassLoader loader :
        List.of(
            loaded.driver().getClass().getClassLoader(),
            loaded.loadedAgain(Rewriting.JDK_MONITORS).getClass().getClassLoader())) {
      assertThat(loader.loadClass("vendor.Two")).isNotNull();
      assertThatThrownBy(() -> loader.loadClass("vendor.One"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void findsNothingWhereNothingIsBuilt() throws IOException {
    assertThat(loadAll()).isEmpty();
    Files.createDirectories(home.path().resolve("drivers-under-test/ape/src"));
    assertThat(loadAll()).isEmpty();
  }

  @Test
  void aFolderThatRegistersNothingIsNoDriver() throws IOException {
    Files.createDirectories(home.folder("ape").resolve("classes"));
    assertThat(DriverFolders.load(home.folder("ape"))).isEmpty();
  }

  @Test
  void namesTheFolderWhoseRegisteredClassIsMissing() throws IOException {
    home.addDriver("ape");
    home.register("ape", "sample.Missing");
    assertBroken("ape", "sample.Missing");
  }

  @Test
  void namesTheFolderWhoseClassIsNoDriver() throws IOException {
    home.addModule(
        "ape", Map.of("sample.Other", "package sample; public class Other {}"), "sample.Other");
    assertBroken("ape", "sample.Other");
  }

  @Test
  void namesTheFolderWhoseDriverCannotDeclareItself() throws IOException {
    addDeclaring("ape", "if (true) { throw new IllegalStateException(\"no declaration\"); }");
    assertBroken("ape", "no declaration");
  }

  @Test
  void namesTheFolderThatLacksALibrary() throws IOException {
    addDeclaring("ape", "java.util.Objects.requireNonNull(new vendor.Vendor());");
    assertBroken("ape", "vendor/Vendor");
  }

  @Test
  void namesTheFolderWhoseClassFileIsNone() throws IOException {
    home.addDriver("ape");
    Files.writeString(home.folder("ape").resolve("classes/sample/SampleDriver.class"), "no class");
    assertBroken("ape", "SampleDriver");
  }

  /** Compiled against a library that the folder then lacks. */
  private void addDeclaring(String module, String first) throws IOException {
    home.addModule(
        module,
        Map.of(
            "sample.SampleDriver",
            DriverHome.driverSource(module, first),
            "vendor.Vendor",
            "package vendor; public class Vendor {}"),
        "sample.SampleDriver");
    Files.delete(home.folder(module).resolve("classes/vendor/Vendor.class"));
  }

  /** It is told of, and the others are loaded. */
  private void assertBroken(String module, String why) throws IOException {
    home.addDriver("zebra");
    assertThat(loadAll()).extracting(LoadedDriver::folder).containsExactly(home.folder("zebra"));
    assertThat(broken)
        .singleElement(as(THROWABLE))
        .hasMessageContaining(home.folder(module).toString())
        .hasMessageContaining(why)
        .hasCauseInstanceOf(Throwable.class);
    assertThatThrownBy(() -> DriverFolders.load(home.folder(module)))
        .isInstanceOf(DriverFolderException.class);
  }

  private List<LoadedDriver> loadAll() {
    return DriverFolders.loadAll(home.path(), broken::add);
  }
}
