package dev.crosstalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which way imports point in the engine, as one table, and who may use which library. */
class DependencyDirectionTest {
  private static final String ROOT = "dev.crosstalk.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.crosstalk");

  /** Each package, and all of ours it may use. A package that is not here fails the build. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              row("spi"),
              row("agent"),
              row("resp"),
              row("scenario", "spi", "resp"),
              row("history", "spi"),
              row("server", "spi", "resp"),
              row("world", "spi"),
              row("world.tcp", "spi", "agent", "world"),
              row("world.simulated", "spi", "agent", "world"),
              row("replay", "spi", "resp", "scenario", "history", "server", "world"),
              row("oracle", "spi", "history"),
              row("generate", "spi", "resp", "scenario"),
              row("shrink", "spi", "scenario"),
              row("drivers", "spi", "agent", "history"),
              row(
                  "lab",
                  "spi",
                  "scenario",
                  "history",
                  "world",
                  "world.tcp",
                  "world.simulated",
                  "replay",
                  "drivers"),
              row("worker"),
              row("corpus", "scenario", "server"),
              row(
                  "campaign",
                  "spi",
                  "resp",
                  "scenario",
                  "history",
                  "server",
                  "world",
                  "replay",
                  "oracle",
                  "generate",
                  "shrink",
                  "drivers",
                  "lab",
                  "corpus",
                  "worker"),
              row("bench", "spi", "scenario", "oracle", "drivers", "lab", "worker", "campaign")));

  /** Texts and text blocks are group 1, so that what looks like a comment in them stays. */
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "(\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)+')"
              + "|/\\*.*?\\*/|//[^\\n]*",
          Pattern.DOTALL);

  /** Redis drivers of the JVM, those under test here and others. */
  private static final Pattern DRIVER =
      Pattern.compile(
          "jedis|lettuce|redisson|vert\\.?x|spring.?data|glide|scredis|rediscala|redis4cats",
          Pattern.CASE_INSENSITIVE);

  /** Libraries, and the packages that may use each. */
  private static final Map<String, Set<String>> ONLY_USERS =
      Map.of("com.fasterxml", Set.of("history", "worker"), "net.jqwik", Set.of("generate"));

  private static Map.Entry<String, Set<String>> row(String name, String... mayUse) {
    return Map.entry(name, Set.of(mayUse));
  }

  @Test
  void everyPackageIsInTheTable() {
    var found = new TreeSet<String>();
    CLASSES.forEach(type -> found.add(nameOf(type)));
    assertThat(found).isEqualTo(MAY_USE.keySet());
  }

  @Test
  void importsPointTheWayOfTheTable() {
    var wrong = new ArrayList<String>();
    for (JavaClass type : CLASSES) {
      String from = nameOf(type);
      type.getDirectDependenciesFromSelf().stream()
          .filter(to -> to.getTargetClass().getPackageName().startsWith(ROOT))
          .filter(to -> !nameOf(to.getTargetClass()).equals(from))
          .filter(to -> !MAY_USE.get(from).contains(nameOf(to.getTargetClass())))
          .forEach(to -> wrong.add(to.getDescription()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theTablePointsOneWay() {
    var settled = new TreeSet<String>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var row : MAY_USE.entrySet()) {
        grew |= settled.containsAll(row.getValue()) && settled.add(row.getKey());
      }
    }
    assertThat(settled).isEqualTo(MAY_USE.keySet());
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("dev.crosstalk.(**)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void eachLibraryHasItsUsersOnly() {
    ONLY_USERS.forEach(
        (library, users) ->
            ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(users.stream().map(ROOT::concat).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(CLASSES));
  }

  @Test
  void theSpiNeedsNothingButTheJdk() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(ROOT + "spi")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + "spi", "java..")
        .check(CLASSES);
  }

  @Test
  void nothingIsCalledAUtilManagerHelperOrImpl() {
    var rule =
        ArchRuleDefinition.noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)([A-Z$].*)?");
    rule.check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    assertThat(sources("package-info.java"))
        .extracting(file -> file.getParent().getFileName().toString())
        .containsAll(MAY_USE.keySet().stream().map(DependencyDirectionTest::lastName).toList());
  }

  /** Comments may: they cite where a thing was seen. */
  @Test
  void nothingNamesADriver() throws IOException {
    for (Path source : sources(".java")) {
      String code =
          COMMENT_OR_TEXT
              .matcher(Files.readString(source))
              .replaceAll(DependencyDirectionTest::textOf);
      assertThat(DRIVER.matcher(code).results().map(MatchResult::group))
          .as(source.toString())
          .isEmpty();
    }
  }

  @Test
  void aDriversNameIsFoundInCodeAndInTextButNotInComments() {
    String code = "/* jedis */ int a; // Jedis \n String b = \"//\" + \"my\\\"Lettuce\";";
    assertThat(
            DRIVER
                .matcher(COMMENT_OR_TEXT.matcher(code).replaceAll(DependencyDirectionTest::textOf))
                .results())
        .extracting(MatchResult::group)
        .containsExactly("Lettuce");
  }

  /** The main sources of all modules of the fuzzer. */
  private static List<Path> sources(String nameEnd) throws IOException {
    var found = new ArrayList<Path>();
    try (Stream<Path> modules = Files.list(Path.of("").toAbsolutePath().getParent())) {
      for (Path main : modules.map(module -> module.resolve("src/main")).toList()) {
        if (Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files.filter(file -> file.toString().endsWith(nameEnd)).forEach(found::add);
          }
        }
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String textOf(MatchResult match) {
    return match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1));
  }

  private static String lastName(String packageName) {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }

  private static String nameOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }
}
